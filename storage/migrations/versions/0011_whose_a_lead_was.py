"""Whose a lead was, and who brought it to its first payment, is found without reading every duty"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

PAYMENTS = sa.text("duty = 'confirm'")


def upgrade() -> None:
    with op.batch_alter_table('follow_up', schema=None) as batch_op:
        batch_op.create_index('ix_follow_up_given', ['owner_id', 'created_at'], unique=False)
        batch_op.create_index('ix_follow_up_paid', ['created_at', 'lead_id'], unique=False, sqlite_where=PAYMENTS, postgresql_where=PAYMENTS)


def downgrade() -> None:
    with op.batch_alter_table('follow_up', schema=None) as batch_op:
        batch_op.drop_index('ix_follow_up_paid', sqlite_where=PAYMENTS, postgresql_where=PAYMENTS)
        batch_op.drop_index('ix_follow_up_given')
