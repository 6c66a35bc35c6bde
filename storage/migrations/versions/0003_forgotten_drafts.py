"""A form whose answers are forgotten leaves an empty row: its person is told so when they come back"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.alter_column('state', existing_type=sa.LargeBinary(), nullable=True)


def downgrade() -> None:
    op.execute(sa.text('DELETE FROM draft WHERE state IS NULL'))
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.alter_column('state', existing_type=sa.LargeBinary(), nullable=False)
