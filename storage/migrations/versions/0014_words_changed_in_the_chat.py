"""Words of texts are changed in the chat, by the same proposals as facts"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.add_column(sa.Column('language', sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column('shipped', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('reason', sa.String(length=32), nullable=True))
        batch_op.alter_column('value', existing_type=sa.String(length=200), type_=sa.String(length=2000), nullable=False)


def downgrade() -> None:
    op.execute('DELETE FROM fact_change WHERE language IS NOT NULL')
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.alter_column('value', existing_type=sa.String(length=2000), type_=sa.String(length=200), nullable=False)
        batch_op.drop_column('reason')
        batch_op.drop_column('shipped')
        batch_op.drop_column('language')
