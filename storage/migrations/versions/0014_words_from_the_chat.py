"""Words of texts are changed in the chat, by the same proposals as facts; questions find their answer"""

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

    op.create_table('saying',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.Column('answer_id', sa.String(length=40), nullable=False),
    sa.Column('kept_by', sa.Uuid(), nullable=True),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['kept_by'], ['contact.id'], name=op.f('fk_saying_kept_by_contact'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saying'))
    )


def downgrade() -> None:
    op.drop_table('saying')
    op.execute('DELETE FROM fact_change WHERE language IS NOT NULL')
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.alter_column('value', existing_type=sa.String(length=2000), type_=sa.String(length=200), nullable=False)
        batch_op.drop_column('reason')
        batch_op.drop_column('shipped')
        batch_op.drop_column('language')
