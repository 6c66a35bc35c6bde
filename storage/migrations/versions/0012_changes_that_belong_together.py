"""Facts that belong together are changed by one proposal"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.add_column(sa.Column('proposal', sa.Uuid(), nullable=True))
    op.execute('UPDATE fact_change SET proposal = id')
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.alter_column('proposal', existing_type=sa.Uuid(), nullable=False)
        batch_op.create_index(batch_op.f('ix_fact_change_proposal'), ['proposal'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_fact_change_proposal'))
        batch_op.drop_column('proposal')
