"""A person answers: cases have an owner, words, promises and a rating"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    op.create_table('case_day',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('promised', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('day', name=op.f('pk_case_day'))
    )
    op.create_table('officer',
    sa.Column('contact_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('off_until', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_officer_contact_id_contact'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('contact_id', name=op.f('pk_officer'))
    )
    op.create_table('saved_reply',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_saved_reply_contact_id_contact'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_reply'))
    )
    with op.batch_alter_table('saved_reply', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_saved_reply_contact_id'), ['contact_id'], unique=False)

    _leave_one_open_each()
    with op.batch_alter_table('support_case', schema=None) as batch_op:
        batch_op.add_column(sa.Column('owner_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('happened', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('waiting_since', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('waiting_steps', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('promised_from', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('promised_until', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('rating', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('rating_words', sa.LargeBinary(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_support_case_owner_id_contact'), 'contact', ['owner_id'], ['id'], ondelete='SET NULL')
    with op.batch_alter_table('support_case', schema=None) as batch_op:
        batch_op.alter_column('waiting_steps', existing_type=sa.Integer(), server_default=None)
        batch_op.create_index(batch_op.f('ix_support_case_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index('uq_support_case_open', ['contact_id'], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
    op.execute("UPDATE support_case SET waiting_since = opened_at WHERE state = 'open'")

    op.create_table('case_words',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=True),
    sa.Column('is_from_staff', sa.Boolean(), nullable=False),
    sa.Column('form', sa.String(length=32), nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.Column('file_id', sa.LargeBinary(), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['contact.id'], name=op.f('fk_case_words_author_id_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['case_id'], ['support_case.id'], name=op.f('fk_case_words_case_id_support_case'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_words'))
    )
    with op.batch_alter_table('case_words', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_words_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_case_words_case_id'), ['case_id'], unique=False)


def _leave_one_open_each() -> None:
    """Whoever has several open cases goes on in one: a misfortune before anything else, else the newest."""
    connection = op.get_bind()
    case = sa.table(
        'support_case',
        sa.column('id', sa.Uuid()),
        sa.column('contact_id', sa.Uuid()),
        *[sa.column(name, sa.String()) for name in ('kind', 'state')],
        sa.column('version', sa.Integer()),
        *[sa.column(name, sa.DateTime(timezone=True)) for name in ('opened_at', 'closed_at')],
    )
    is_other = sa.case((case.c.kind == 'misfortune', 0), else_=1)
    found = sa.select(case).where(case.c.state == 'open').order_by(is_other, case.c.opened_at.desc(), case.c.id.desc())
    kept: set[object] = set()
    for row in connection.execute(found).all():
        if row.contact_id in kept:
            closed = {'state': 'closed', 'closed_at': row.opened_at, 'version': row.version + 1}
            connection.execute(case.update().where(case.c.id == row.id).values(**closed))
        kept.add(row.contact_id)


def downgrade() -> None:
    with op.batch_alter_table('case_words', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_words_case_id'))
        batch_op.drop_index(batch_op.f('ix_case_words_author_id'))
    op.drop_table('case_words')
    with op.batch_alter_table('support_case', schema=None) as batch_op:
        batch_op.drop_index('uq_support_case_open', sqlite_where=OPEN, postgresql_where=OPEN)
        batch_op.drop_index(batch_op.f('ix_support_case_owner_id'))
        batch_op.drop_constraint(batch_op.f('fk_support_case_owner_id_contact'), type_='foreignkey')
        for name in ('rating_words', 'rating', 'answered_at', 'promised_until', 'promised_from', 'waiting_steps', 'waiting_since', 'happened', 'owner_id'):
            batch_op.drop_column(name)
    with op.batch_alter_table('saved_reply', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_saved_reply_contact_id'))
    op.drop_table('saved_reply')
    op.drop_table('officer')
    op.drop_table('case_day')
