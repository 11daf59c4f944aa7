package org.convergence.directory.consent.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Ground;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the ledger, insert only. */
@Component
record ConsentLedgerRepository(JdbcClient db, Clock clock) {

    static final String TABLE = "directory.consent_entry";
    static final RecordMapper<Withdrawal> WITHDRAWAL = RecordMapper.of(Withdrawal.class);
    private static final RecordMapper<Ground> GROUND = RecordMapper.of(Ground.class);

    /** The grounds and withdrawals of a person. */
    record RecordedConsents(List<Ground> grounds, List<Withdrawal> withdrawals) {

        static RecordedConsents empty() {
            return new RecordedConsents(new ArrayList<>(), new ArrayList<>());
        }
    }

    UUID insert(ConsentRecord it) {
        return insert(
                it.person(),
                "GIVEN",
                it.channel(),
                it.purpose(),
                it.day(),
                it.method(),
                new ConsentProof(
                        it.basis(), it.ended(), it.wording(), it.version(), it.source(), it.about(), it.country()));
    }

    UUID insertWithdrawal(
            PersonId person,
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            ConsentMethod method,
            @Nullable String source) {
        return insert(
                person,
                "WITHDRAWN",
                channel,
                purpose,
                day,
                method,
                new ConsentProof(null, null, null, null, source, null, null));
    }

    private record ConsentProof(
            @Nullable Basis basis,
            @Nullable LocalDate ended,
            @Nullable String wording,
            @Nullable String version,
            @Nullable String source,
            @Nullable String about,
            @Nullable String country) {}

    private UUID insert(
            PersonId person,
            String kind,
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            ConsentMethod method,
            ConsentProof proof) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO directory.consent_entry (id, person, kind, channel, purpose, basis, happened_on, ended_on,
                               method, wording, wording_version, source, about, country, recorded_by, recorded_at)
                        VALUES (:id, :person, :kind, :channel, :purpose, :basis, :day, :ended,
                               :method, :wording, :version, :source, :about, :country, :by, :at)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("kind", kind)
                .param("channel", name(channel))
                .param("purpose", name(purpose))
                .param("basis", name(proof.basis()))
                .param("day", day)
                .param("ended", proof.ended())
                .param("method", method.name())
                .param("wording", proof.wording())
                .param("version", proof.version())
                .param("source", proof.source())
                .param("about", proof.about())
                .param("country", proof.country())
                .param("by", CurrentActor.get().id())
                .param("at", SqlTime.now(clock))
                .update();
        return id;
    }

    static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    /** The grounds and withdrawals of each person, in one query. */
    Map<UUID, RecordedConsents> findByPeople(Collection<UUID> people) {
        Map<UUID, RecordedConsents> all = new HashMap<>();
        db.sql("""
                        SELECT person, channel, purpose, basis, happened_on AS day, happened_on AS since, ended_on AS ended, recorded_at AS at
                        FROM directory.consent_entry WHERE person = ANY (:people)
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query((row, n) -> {
                    RecordedConsents said =
                            all.computeIfAbsent(row.getObject("person", UUID.class), id -> RecordedConsents.empty());
                    return row.getString("basis") == null
                            ? said.withdrawals().add(WITHDRAWAL.mapRow(row, n))
                            : said.grounds().add(GROUND.mapRow(row, n));
                })
                .list();
        return all;
    }
}
