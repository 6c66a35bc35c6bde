"""Campaigns, their ledger, and indexes of the outbox that hold only what waits"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('segment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('rule', sa.JSON(), nullable=False),
    sa.Column('made_by', sa.Uuid(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['made_by'], ['contact.id'], name=op.f('fk_segment_made_by_contact'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_segment')),
    sa.UniqueConstraint('name', name=op.f('uq_segment_name'))
    )
    with op.batch_alter_table('segment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_segment_made_by'), ['made_by'], unique=False)

    op.create_table('campaign',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(length=12), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_by', sa.Uuid(), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decision_note', sa.LargeBinary(), nullable=True),
    sa.Column('text_version', sa.Integer(), nullable=False),
    sa.Column('segment', sa.JSON(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('canary_size', sa.Integer(), nullable=False),
    sa.Column('wave_size', sa.Integer(), nullable=True),
    sa.Column('next_wave_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('frozen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('audience', sa.Integer(), nullable=False),
    sa.Column('left_out', sa.JSON(), nullable=False),
    sa.Column('released', sa.Integer(), nullable=True),
    sa.Column('begun', sa.Integer(), nullable=False),
    sa.Column('pause_reason', sa.String(length=200), nullable=True),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('source_code', sa.String(length=64), nullable=True),
    sa.Column('copied_from', sa.Uuid(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['copied_from'], ['campaign.id'], name=op.f('fk_campaign_copied_from_campaign'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['decided_by'], ['contact.id'], name=op.f('fk_campaign_decided_by_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['made_by'], ['contact.id'], name=op.f('fk_campaign_made_by_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['source_code'], ['source.code'], name=op.f('fk_campaign_source_code_source'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign')),
    sa.UniqueConstraint('number', name=op.f('uq_campaign_number'))
    )
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaign_copied_from'), ['copied_from'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_decided_by'), ['decided_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_finished_at'), ['finished_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_made_by'), ['made_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_source_code'), ['source_code'], unique=False)
        batch_op.create_index('ix_campaign_under_way', ['state'], unique=False, sqlite_where=sa.text("state IN ('approved', 'scheduled', 'running', 'paused')"), postgresql_where=sa.text("state IN ('approved', 'scheduled', 'running', 'paused')"))

    op.create_table('campaign_event',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('campaign_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('actor_contact_id', sa.Uuid(), nullable=True),
    sa.Column('from_state', sa.String(length=32), nullable=True),
    sa.Column('to_state', sa.String(length=32), nullable=True),
    sa.Column('details', sa.LargeBinary(), nullable=True),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['actor_contact_id'], ['contact.id'], name=op.f('fk_campaign_event_actor_contact_id_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_event_campaign_id_campaign'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign_event'))
    )
    with op.batch_alter_table('campaign_event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaign_event_actor_contact_id'), ['actor_contact_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_event_campaign_id'), ['campaign_id'], unique=False)

    op.create_table('campaign_tap',
    sa.Column('campaign_id', sa.Uuid(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=False),
    sa.Column('button', sa.String(length=16), nullable=False),
    sa.Column('tapped_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_tap_campaign_id_campaign'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_campaign_tap_contact_id_contact'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('campaign_id', 'contact_id', 'button', name=op.f('pk_campaign_tap'))
    )
    with op.batch_alter_table('campaign_tap', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaign_tap_contact_id'), ['contact_id'], unique=False)

    op.create_table('campaign_text',
    sa.Column('campaign_id', sa.Uuid(), nullable=False),
    sa.Column('text_version', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('html', sa.String(), nullable=False),
    sa.Column('media', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('buttons', sa.JSON(), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_text_campaign_id_campaign'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('campaign_id', 'text_version', 'language', name=op.f('pk_campaign_text'))
    )
    with op.batch_alter_table('lease', schema=None) as batch_op:
        batch_op.add_column(sa.Column('wants_per_second', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('may_per_second', sa.Float(), nullable=True))

    with op.batch_alter_table('message', schema=None) as batch_op:
        batch_op.add_column(sa.Column('zone', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('resent_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_index('ix_message_due')
        batch_op.drop_index(batch_op.f('ix_message_subject_id'))
        batch_op.drop_constraint(batch_op.f('uq_message_dedup_key'), type_='unique')
        batch_op.create_index('ix_message_subject_id', ['subject_id'], unique=False, sqlite_where=sa.text('subject_id IS NOT NULL'), postgresql_where=sa.text('subject_id IS NOT NULL'))
        batch_op.create_index('uq_message_dedup_key', ['dedup_key'], unique=True, sqlite_where=sa.text('dedup_key IS NOT NULL'), postgresql_where=sa.text('dedup_key IS NOT NULL'))
        batch_op.create_index('ix_message_bulk_waiting', ['campaign_id', 'zone', 'due_at', 'id'], unique=False, sqlite_where=sa.text("state IN ('queued', 'errored') AND lane = 'campaign'"), postgresql_where=sa.text("state IN ('queued', 'errored') AND lane = 'campaign'"))
        batch_op.create_index('ix_message_on_its_way', ['sending_at'], unique=False, sqlite_where=sa.text("state = 'sending'"), postgresql_where=sa.text("state = 'sending'"))
        batch_op.create_index('ix_message_personal_finished', ['finished_at'], unique=False, sqlite_where=sa.text("finished_at IS NOT NULL AND lane <> 'campaign'"), postgresql_where=sa.text("finished_at IS NOT NULL AND lane <> 'campaign'"))
        batch_op.create_index('ix_message_personal_waiting', ['lane', 'due_at'], unique=False, sqlite_where=sa.text("state IN ('queued', 'errored') AND lane <> 'campaign'"), postgresql_where=sa.text("state IN ('queued', 'errored') AND lane <> 'campaign'"))


def downgrade() -> None:
    with op.batch_alter_table('message', schema=None) as batch_op:
        batch_op.drop_index('ix_message_personal_waiting', sqlite_where=sa.text("state IN ('queued', 'errored') AND lane <> 'campaign'"), postgresql_where=sa.text("state IN ('queued', 'errored') AND lane <> 'campaign'"))
        batch_op.drop_index('ix_message_personal_finished', sqlite_where=sa.text("finished_at IS NOT NULL AND lane <> 'campaign'"), postgresql_where=sa.text("finished_at IS NOT NULL AND lane <> 'campaign'"))
        batch_op.drop_index('ix_message_on_its_way', sqlite_where=sa.text("state = 'sending'"), postgresql_where=sa.text("state = 'sending'"))
        batch_op.drop_index('ix_message_bulk_waiting', sqlite_where=sa.text("state IN ('queued', 'errored') AND lane = 'campaign'"), postgresql_where=sa.text("state IN ('queued', 'errored') AND lane = 'campaign'"))
        batch_op.drop_index('uq_message_dedup_key', sqlite_where=sa.text('dedup_key IS NOT NULL'), postgresql_where=sa.text('dedup_key IS NOT NULL'))
        batch_op.drop_index('ix_message_subject_id', sqlite_where=sa.text('subject_id IS NOT NULL'), postgresql_where=sa.text('subject_id IS NOT NULL'))
        batch_op.create_unique_constraint(batch_op.f('uq_message_dedup_key'), ['dedup_key'])
        batch_op.create_index('ix_message_due', ['state', 'lane', 'due_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_message_subject_id'), ['subject_id'], unique=False)
        batch_op.drop_column('resent_at')
        batch_op.drop_column('zone')

    with op.batch_alter_table('lease', schema=None) as batch_op:
        batch_op.drop_column('may_per_second')
        batch_op.drop_column('wants_per_second')

    op.drop_table('campaign_text')
    with op.batch_alter_table('campaign_tap', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_campaign_tap_contact_id'))

    op.drop_table('campaign_tap')
    with op.batch_alter_table('campaign_event', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_campaign_event_campaign_id'))
        batch_op.drop_index(batch_op.f('ix_campaign_event_actor_contact_id'))

    op.drop_table('campaign_event')
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.drop_index('ix_campaign_under_way', sqlite_where=sa.text("state IN ('approved', 'scheduled', 'running', 'paused')"), postgresql_where=sa.text("state IN ('approved', 'scheduled', 'running', 'paused')"))
        batch_op.drop_index(batch_op.f('ix_campaign_source_code'))
        batch_op.drop_index(batch_op.f('ix_campaign_made_by'))
        batch_op.drop_index(batch_op.f('ix_campaign_finished_at'))
        batch_op.drop_index(batch_op.f('ix_campaign_decided_by'))
        batch_op.drop_index(batch_op.f('ix_campaign_copied_from'))

    op.drop_table('campaign')
    with op.batch_alter_table('segment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_segment_made_by'))

    op.drop_table('segment')
