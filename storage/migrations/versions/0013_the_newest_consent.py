"""Which consent is the newest is read from an index alone"""

from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None

NEWEST = ['contact_id', 'purpose', 'recorded_at', 'id', 'granted']


def upgrade() -> None:
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.create_index('ix_consent_newest', NEWEST, unique=False)
        batch_op.drop_index(batch_op.f('ix_consent_contact_id'))


def downgrade() -> None:
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consent_contact_id'), ['contact_id'], unique=False)
        batch_op.drop_index('ix_consent_newest')
