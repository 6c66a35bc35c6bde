"""Cases are taken, promised, answered and rated; what was said about them"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('case_entry',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=True),
    sa.Column('is_from_staff', sa.Boolean(), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['contact.id'], name=op.f('fk_case_entry_author_id_contact'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['case_id'], ['support_case.id'], name=op.f('fk_case_entry_case_id_support_case'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_entry'))
    )
    with op.batch_alter_table('case_entry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_entry_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_case_entry_case_id'), ['case_id'], unique=False)

    with op.batch_alter_table('staff_member', schema=None) as batch_op:
        batch_op.add_column(sa.Column('on_duty', sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.alter_column('on_duty', server_default=None)

    with op.batch_alter_table('support_case', schema=None) as batch_op:
        batch_op.add_column(sa.Column('taken_by', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('taken_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('promised_by', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('waits_since', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('nudges', sa.Integer(), nullable=False, server_default='0'))
        batch_op.alter_column('nudges', server_default=None)
        batch_op.add_column(sa.Column('rating', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_support_case_promised_by'), ['promised_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_support_case_taken_by'), ['taken_by'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_support_case_taken_by_contact'), 'contact', ['taken_by'], ['id'], ondelete='SET NULL')



def downgrade() -> None:
    with op.batch_alter_table('support_case', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_support_case_taken_by_contact'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_support_case_taken_by'))
        batch_op.drop_index(batch_op.f('ix_support_case_promised_by'))
        batch_op.drop_column('rating')
        batch_op.drop_column('nudges')
        batch_op.drop_column('waits_since')
        batch_op.drop_column('answered_at')
        batch_op.drop_column('promised_by')
        batch_op.drop_column('taken_at')
        batch_op.drop_column('taken_by')

    with op.batch_alter_table('staff_member', schema=None) as batch_op:
        batch_op.drop_column('on_duty')

    with op.batch_alter_table('case_entry', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_entry_case_id'))
        batch_op.drop_index(batch_op.f('ix_case_entry_author_id'))

    op.drop_table('case_entry')
