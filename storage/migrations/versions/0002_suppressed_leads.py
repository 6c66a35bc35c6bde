"""Erased leads stay erased, too; an erased account that writes again is known by its contact"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('suppressed_lead',
    sa.Column('phone_name_index', sa.String(length=80), nullable=False),
    sa.Column('account_index', sa.String(length=80), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('phone_name_index', name=op.f('pk_suppressed_lead'))
    )
    with op.batch_alter_table('suppressed_lead', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_suppressed_lead_account_index'), ['account_index'], unique=False)

    with op.batch_alter_table('suppression', schema=None) as batch_op:
        batch_op.add_column(sa.Column('contact_id', sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f('ix_suppression_contact_id'), ['contact_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('suppression', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_suppression_contact_id'))
        batch_op.drop_column('contact_id')

    with op.batch_alter_table('suppressed_lead', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_suppressed_lead_account_index'))

    op.drop_table('suppressed_lead')
