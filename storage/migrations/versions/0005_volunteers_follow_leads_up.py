"""Volunteers follow leads up"""

import sqlalchemy as sa
from alembic import op
from uuid_utils.compat import uuid7

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('timer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_timer')),
    sa.UniqueConstraint('kind', 'subject_id', name=op.f('uq_timer_kind_subject_id'))
    )
    with op.batch_alter_table('timer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_timer_due_at'), ['due_at'], unique=False)

    op.create_table('worker_group',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('village_code', sa.String(length=13), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_worker_group')),
    sa.UniqueConstraint('kind', 'name', name=op.f('uq_worker_group_kind_name'))
    )
    op.create_table('volunteer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=True),
    sa.Column('role', sa.String(length=32), nullable=False),
    sa.Column('coordinator_id', sa.Uuid(), nullable=True),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('phone', sa.LargeBinary(), nullable=True),
    sa.Column('is_active', sa.Boolean(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=False),
    sa.Column('open_leads', sa.Integer(), nullable=False),
    sa.Column('works_from', sa.String(length=5), nullable=False),
    sa.Column('works_until', sa.String(length=5), nullable=False),
    sa.Column('working_days', sa.String(length=7), nullable=False),
    sa.Column('digest_at', sa.String(length=5), nullable=False),
    sa.Column('leave_until', sa.Date(), nullable=True),
    sa.Column('pledge_version', sa.String(length=16), nullable=True),
    sa.Column('pledge_hash', sa.String(length=64), nullable=True),
    sa.Column('pledged_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('own_cover', sa.String(length=16), nullable=True),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_volunteer_contact_id_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['coordinator_id'], ['volunteer.id'], name=op.f('fk_volunteer_coordinator_id_volunteer'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer')),
    sa.UniqueConstraint('contact_id', name=op.f('uq_volunteer_contact_id'))
    )
    with op.batch_alter_table('volunteer', schema=None) as batch_op:
        batch_op.create_index('ix_volunteer_coordinator_id', ['coordinator_id'], unique=False)

    op.create_table('invitation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('role', sa.String(length=32), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('area_code', sa.String(length=13), nullable=False),
    sa.Column('rw', sa.String(length=3), nullable=False),
    sa.Column('rt', sa.String(length=3), nullable=False),
    sa.Column('group_id', sa.Uuid(), nullable=True),
    sa.Column('volunteer_id', sa.Uuid(), nullable=True),
    sa.Column('coordinator_id', sa.Uuid(), nullable=True),
    sa.Column('invited_by', sa.Uuid(), nullable=True),
    sa.Column('approved_by', sa.Uuid(), nullable=True),
    sa.Column('used_by', sa.Uuid(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['approved_by'], ['contact.id'], name=op.f('fk_invitation_approved_by_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['coordinator_id'], ['volunteer.id'], name=op.f('fk_invitation_coordinator_id_volunteer'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['worker_group.id'], name=op.f('fk_invitation_group_id_worker_group'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['invited_by'], ['contact.id'], name=op.f('fk_invitation_invited_by_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['used_by'], ['contact.id'], name=op.f('fk_invitation_used_by_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name=op.f('fk_invitation_volunteer_id_volunteer'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_invitation_code_hash'))
    )
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitation_expires_at'), ['expires_at'], unique=False)

    op.create_table('posting',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('area_code', sa.String(length=13), nullable=False),
    sa.Column('rw', sa.String(length=3), nullable=False),
    sa.Column('rt', sa.String(length=3), nullable=False),
    sa.Column('group_id', sa.Uuid(), nullable=True),
    sa.Column('posted_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['worker_group.id'], name=op.f('fk_posting_group_id_worker_group'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name=op.f('fk_posting_volunteer_id_volunteer'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_posting'))
    )
    with op.batch_alter_table('posting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_posting_group_id'), ['group_id'], unique=False)
        batch_op.create_index('ix_posting_territory', ['area_code', 'rw', 'rt'], unique=False)
        batch_op.create_index(batch_op.f('ix_posting_volunteer_id'), ['volunteer_id'], unique=False)

    op.create_table('follow_up',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('lead_id', sa.Uuid(), nullable=False),
    sa.Column('owner_id', sa.Uuid(), nullable=True),
    sa.Column('duty', sa.String(length=32), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_appointed', sa.Boolean(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('silent_steps', sa.Integer(), nullable=False),
    sa.Column('touched_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['lead_id'], ['lead.id'], name=op.f('fk_follow_up_lead_id_lead'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['owner_id'], ['volunteer.id'], name=op.f('fk_follow_up_owner_id_volunteer'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follow_up'))
    )
    with op.batch_alter_table('follow_up', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_follow_up_lead_id'), ['lead_id'], unique=False)
        batch_op.create_index('ix_follow_up_owner', ['owner_id', 'due_at'], unique=False, sqlite_where=sa.text("state = 'ready'"), postgresql_where=sa.text("state = 'ready'"))
        batch_op.create_index('uq_follow_up_ready', ['lead_id'], unique=True, sqlite_where=sa.text("state = 'ready'"), postgresql_where=sa.text("state = 'ready'"))

    op.create_table('lead_refusal',
    sa.Column('lead_id', sa.Uuid(), nullable=False),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('reason', sa.String(length=32), nullable=False),
    sa.Column('refused_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['lead_id'], ['lead.id'], name=op.f('fk_lead_refusal_lead_id_lead'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name=op.f('fk_lead_refusal_volunteer_id_volunteer'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('lead_id', 'volunteer_id', name=op.f('pk_lead_refusal'))
    )
    with op.batch_alter_table('lead', schema=None) as batch_op:
        batch_op.add_column(sa.Column('owner_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('group_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('gathering_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('recorded_by', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('passphrase', sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column('membership_number', sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column('contacted_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('paid_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_lead_gathering_id'), ['gathering_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_lead_group_id'), ['group_id'], unique=False)
        batch_op.create_index('ix_lead_owner', ['owner_id', 'state'], unique=False)
        batch_op.create_index(batch_op.f('ix_lead_recorded_by'), ['recorded_by'], unique=False)
        batch_op.create_index('ix_lead_state', ['state', 'changed_at'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_lead_group_id_worker_group'), 'worker_group', ['group_id'], ['id'], ondelete='SET NULL')
        batch_op.create_foreign_key(batch_op.f('fk_lead_owner_id_volunteer'), 'volunteer', ['owner_id'], ['id'], ondelete='SET NULL')
        batch_op.create_foreign_key(batch_op.f('fk_lead_recorded_by_contact'), 'contact', ['recorded_by'], ['id'], ondelete='SET NULL')

    op.execute("UPDATE lead SET changed_at = submitted_at")
    with op.batch_alter_table('lead', schema=None) as batch_op:
        batch_op.alter_column('changed_at', existing_type=sa.DateTime(timezone=True), nullable=False)

    _give_each_lead_a_follow_up()

    with op.batch_alter_table('source', schema=None) as batch_op:
        batch_op.add_column(sa.Column('group_id', sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_source_group_id_worker_group'), 'worker_group', ['group_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('staff_member', schema=None) as batch_op:
        batch_op.add_column(sa.Column('deputy_telegram_id', sa.BigInteger(), nullable=True))



def _give_each_lead_a_follow_up() -> None:
    """Leads that stand already are the branch's; from now on an open lead has exactly one follow-up."""
    connection = op.get_bind()
    lead = sa.table('lead', sa.column('id', sa.Uuid()), sa.column('submitted_at', sa.DateTime(timezone=True)))
    follow_up = sa.table(
        'follow_up',
        *[sa.column(name, sa.Uuid()) for name in ('id', 'lead_id', 'owner_id')],
        *[sa.column(name, sa.String()) for name in ('duty', 'state')],
        *[sa.column(name, sa.DateTime(timezone=True)) for name in ('due_at', 'touched_at', 'created_at')],
        sa.column('is_appointed', sa.Boolean()),
        *[sa.column(name, sa.Integer()) for name in ('tries', 'silent_steps')],
    )
    for id_, at in connection.execute(sa.select(lead.c.id, lead.c.submitted_at)).all():
        values = {'id': uuid7(), 'lead_id': id_, 'owner_id': None, 'duty': 'call', 'state': 'ready'}
        times = {'due_at': at, 'touched_at': at, 'created_at': at}
        connection.execute(
            follow_up.insert().values(**values, **times, is_appointed=False, tries=0, silent_steps=0)
        )


def downgrade() -> None:
    with op.batch_alter_table('staff_member', schema=None) as batch_op:
        batch_op.drop_column('deputy_telegram_id')

    with op.batch_alter_table('source', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_source_group_id_worker_group'), type_='foreignkey')
        batch_op.drop_column('group_id')

    with op.batch_alter_table('lead', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_lead_recorded_by_contact'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_lead_owner_id_volunteer'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_lead_group_id_worker_group'), type_='foreignkey')
        batch_op.drop_index('ix_lead_state')
        batch_op.drop_index(batch_op.f('ix_lead_recorded_by'))
        batch_op.drop_index('ix_lead_owner')
        batch_op.drop_index(batch_op.f('ix_lead_group_id'))
        batch_op.drop_index(batch_op.f('ix_lead_gathering_id'))
        batch_op.drop_column('changed_at')
        batch_op.drop_column('paid_at')
        batch_op.drop_column('contacted_at')
        batch_op.drop_column('membership_number')
        batch_op.drop_column('passphrase')
        batch_op.drop_column('recorded_by')
        batch_op.drop_column('gathering_id')
        batch_op.drop_column('group_id')
        batch_op.drop_column('owner_id')

    op.drop_table('lead_refusal')
    with op.batch_alter_table('follow_up', schema=None) as batch_op:
        batch_op.drop_index('uq_follow_up_ready', sqlite_where=sa.text("state = 'ready'"), postgresql_where=sa.text("state = 'ready'"))
        batch_op.drop_index('ix_follow_up_owner', sqlite_where=sa.text("state = 'ready'"), postgresql_where=sa.text("state = 'ready'"))
        batch_op.drop_index(batch_op.f('ix_follow_up_lead_id'))

    op.drop_table('follow_up')
    with op.batch_alter_table('posting', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_posting_volunteer_id'))
        batch_op.drop_index('ix_posting_territory')
        batch_op.drop_index(batch_op.f('ix_posting_group_id'))

    op.drop_table('posting')
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitation_expires_at'))

    op.drop_table('invitation')
    with op.batch_alter_table('volunteer', schema=None) as batch_op:
        batch_op.drop_index('ix_volunteer_coordinator_id')

    op.drop_table('volunteer')
    op.drop_table('worker_group')
    with op.batch_alter_table('timer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_timer_due_at'))

    op.drop_table('timer')
