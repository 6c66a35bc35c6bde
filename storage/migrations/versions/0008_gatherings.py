"""Group nights, reviews, merged leads, files that staff send"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('gathering',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('host_id', sa.Uuid(), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['code'], ['source.code'], name=op.f('fk_gathering_code_source'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['host_id'], ['contact.id'], name=op.f('fk_gathering_host_id_contact'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gathering')),
    sa.UniqueConstraint('code', name=op.f('uq_gathering_code'))
    )
    with op.batch_alter_table('gathering', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_gathering_host_id'), ['host_id'], unique=False)

    op.create_table('upload',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=False),
    sa.Column('file_id', sa.String(length=200), nullable=False),
    sa.Column('is_xlsx', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_upload_contact_id_contact'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_upload'))
    )
    with op.batch_alter_table('upload', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_upload_contact_id'), ['contact_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_upload_state'), ['state'], unique=False)

    op.execute("UPDATE lead SET gathering_id = NULL")  # nothing ever stood there
    with op.batch_alter_table('lead', schema=None) as batch_op:
        batch_op.add_column(sa.Column('merged_into_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('has_id_card', sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column('has_email', sa.Boolean(), nullable=True))
        batch_op.create_index(batch_op.f('ix_lead_merged_into_id'), ['merged_into_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_lead_gathering_id_gathering'), 'gathering', ['gathering_id'], ['id'], ondelete='SET NULL')
        batch_op.create_foreign_key(batch_op.f('fk_lead_merged_into_id_lead'), 'lead', ['merged_into_id'], ['id'], ondelete='CASCADE')

    with op.batch_alter_table('lead_event', schema=None) as batch_op:
        batch_op.create_index('ix_lead_event_ready', ['actor_contact_id', 'lead_id'], unique=False, sqlite_where=sa.text("kind = 'ready'"), postgresql_where=sa.text("kind = 'ready'"))

    op.create_table('review',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('lead_id', sa.Uuid(), nullable=False),
    sa.Column('other_id', sa.Uuid(), nullable=True),
    sa.Column('recorder_id', sa.Uuid(), nullable=True),
    sa.Column('rule', sa.String(length=64), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('result', sa.String(length=32), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('settled_by', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['lead_id'], ['lead.id'], name=op.f('fk_review_lead_id_lead'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['other_id'], ['lead.id'], name=op.f('fk_review_other_id_lead'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['recorder_id'], ['contact.id'], name=op.f('fk_review_recorder_id_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['settled_by'], ['contact.id'], name=op.f('fk_review_settled_by_contact'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review')),
    sa.UniqueConstraint('key', name=op.f('uq_review_key'))
    )
    with op.batch_alter_table('review', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_lead_id'), ['lead_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_other_id'), ['other_id'], unique=False)
        batch_op.create_index('ix_review_state', ['state', 'kind', 'opened_at'], unique=False)
