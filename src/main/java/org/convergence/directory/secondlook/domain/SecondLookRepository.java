package org.convergence.directory.secondlook.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.secondlook.domain.SecondLookInvitation.SecondLookInvitationId;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of invitations and their links. */
@Repository
class SecondLookRepository {

    static final String TABLE = "directory.secondlook_invitation";

    private static final int MOST = 20;
    private static final RecordMapper<SecondLookInvitation> INVITATION = RecordMapper.of(SecondLookInvitation.class);

    private final JdbcClient db;
    private final Clock clock;

    SecondLookRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    SecondLookInvitationId insert(Map<String, @Nullable Object> values) {
        return new SecondLookInvitationId(VersionedRow.insert(db, TABLE, values));
    }

    Optional<SecondLookInvitation> find(UUID id) {
        return db.sql("SELECT * FROM directory.secondlook_invitation WHERE id = ?")
                .param(id)
                .query(INVITATION)
                .optional();
    }

    /** The invitation, locked until the transaction ends. */
    SecondLookInvitation lock(SecondLookInvitationId id) {
        return db.sql("SELECT * FROM directory.secondlook_invitation WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(INVITATION)
                .optional()
                .orElseThrow(() -> new NotFound("second-look"));
    }

    /** Whether a person holds an open account. */
    boolean isHolder(UUID account, PersonId person) {
        return db.sql("SELECT EXISTS (SELECT FROM identity.account_holder WHERE id = ? AND person = ?)")
                .params(account, person.value())
                .query(Boolean.class)
                .single();
    }

    /** The latest invitations to read a record, the latest first. */
    List<SecondLookInvitation> findByRecord(String kind, UUID record) {
        return db.sql("""
                        SELECT * FROM directory.secondlook_invitation WHERE kind = ? AND record = ?
                        ORDER BY asked_at DESC, id DESC LIMIT ?
                        """).params(kind, record, MOST).query(INVITATION).list();
    }

    void update(SecondLookInvitation before, Map<String, ? extends @Nullable Object> values) {
        VersionedRow.save(db, TABLE, before.id().value(), before.version(), values);
    }

    String issueLink(UUID invitation) {
        Token token = Token.random();
        db.sql("INSERT INTO directory.secondlook_link (id, invitation, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), invitation, token.hash(), now())
                .update();
        return token.secret();
    }

    SecondLookInvitationId requireByLink(String secret) {
        return db.sql("SELECT invitation FROM directory.secondlook_link WHERE token = ?")
                .param(Token.hashOf(secret))
                .query(UUID.class)
                .optional()
                .map(SecondLookInvitationId::new)
                .orElseThrow(() -> new NotFound("second-look"));
    }

    OffsetDateTime now() {
        return SqlTime.now(clock);
    }
}
