"""Facts changed from the chat, and explainers read aloud"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('fact_change',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(length=12), nullable=False),
    sa.Column('fact_id', sa.String(length=120), nullable=False),
    sa.Column('value', sa.String(length=200), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('proposed_by', sa.Uuid(), nullable=True),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['decided_by'], ['contact.id'], name=op.f('fk_fact_change_decided_by_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['proposed_by'], ['contact.id'], name=op.f('fk_fact_change_proposed_by_contact'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fact_change')),
    sa.UniqueConstraint('number', name=op.f('uq_fact_change_number'))
    )
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_fact_change_fact_id'), ['fact_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_fact_change_state'), ['state'], unique=False)

    op.create_table('voice_note',
    sa.Column('page', sa.String(length=40), nullable=False),
    sa.Column('language', sa.String(length=16), nullable=False),
    sa.Column('file_id', sa.String(length=200), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['recorded_by'], ['contact.id'], name=op.f('fk_voice_note_recorded_by_contact'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('page', 'language', name=op.f('pk_voice_note'))
    )


def downgrade() -> None:
    op.drop_table('voice_note')
    with op.batch_alter_table('fact_change', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_fact_change_state'))
        batch_op.drop_index(batch_op.f('ix_fact_change_fact_id'))

    op.drop_table('fact_change')
