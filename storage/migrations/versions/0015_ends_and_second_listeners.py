"""A change of what is meant to end has its own end; a recording waits for a second person"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.add_column(sa.Column('valid_until', sa.Date(), nullable=True))

    with op.batch_alter_table('voice_note', schema=None) as batch_op:
        batch_op.add_column(sa.Column('approved_by', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_voice_note_approved_by_contact'), 'contact', ['approved_by'], ['id'], ondelete='SET NULL')

    op.create_table('waiting_voice',
    sa.Column('page', sa.String(length=40), nullable=False),
    sa.Column('language', sa.String(length=16), nullable=False),
    sa.Column('file_id', sa.String(length=200), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['recorded_by'], ['contact.id'], name=op.f('fk_waiting_voice_recorded_by_contact'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('page', 'language', name=op.f('pk_waiting_voice'))
    )


def downgrade() -> None:
    op.drop_table('waiting_voice')
    with op.batch_alter_table('voice_note', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_voice_note_approved_by_contact'), type_='foreignkey')
        batch_op.drop_column('approved_at')
        batch_op.drop_column('approved_by')

    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.drop_column('valid_until')
