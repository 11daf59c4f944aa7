package org.convergence.resources.match.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.match.domain.MatchSourceFacts.MatchSourceId;
import org.convergence.resources.match.domain.MatchStatements.CountedEntry;
import org.convergence.resources.spending.BudgetMatches.MatchEntry;
import org.convergence.resources.spending.MatchKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores sources of matches, and reads them as reports count them. */
@Component
record MatchSourceRepository(JdbcClient db, Clock clock) {

    private static final int MOST = 5_000;

    /** One transaction at a time changes or counts sources: of two that use one thing, the second sees the first. */
    void lock() {
        TransactionLock.acquire(db, "resources.match_source");
    }

    MatchSourceId insert(AgreementId agreement, MatchSourceFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "giver");
        values.put("agreement", agreement);
        values.put("organisation", facts.giver() instanceof OrganisationId giver ? giver : null);
        values.put("person", facts.giver() instanceof PersonId giver ? giver : null);
        values.put("recorded_by", CurrentActor.get().id());
        values.put("recorded_at", clock.instant());
        return new MatchSourceId(VersionedRow.insert(db, "resources.match_source", values));
    }

    private record MatchEntryRow(
            UUID id,
            MatchKind kind,
            LocalDate day,
            String what,
            String giver,
            String basis,
            BigDecimal amount,
            @Nullable LocalDate confirmedOn,
            @Nullable UUID usedIn,
            @Nullable String item,
            @Nullable BigDecimal hours,
            @Nullable Boolean publicMoney) {}

    /** The sources of an agreement by day; a person who gives is not named. */
    List<CountedEntry> findEntries(AgreementId agreement) {
        return db.sql("""
                        SELECT s.id, s.kind, s.day, s.what, coalesce(o.name, f.title, '') AS giver, s.basis, s.amount,
                               s.confirmed_on, s.used_in, s.item, s.hours, f.public_money
                        FROM resources.match_source s
                        LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation
                        LEFT JOIN resources.grant_agreement_summary f ON f.id = s.funding
                        WHERE s.agreement = ? ORDER BY s.day, s.id LIMIT ?
                        """).params(agreement.value(), MOST).query(RecordMapper.of(MatchEntryRow.class)).list().stream()
                .map(row -> new CountedEntry(
                        new MatchEntry(
                                row.id(),
                                row.kind(),
                                row.day(),
                                row.what(),
                                row.giver(),
                                row.basis(),
                                row.amount(),
                                row.confirmedOn()),
                        row.usedIn(),
                        row.item(),
                        row.hours(),
                        row.publicMoney()))
                .toList();
    }

    /** Givers of matches, and texts in which people may be named. The amount must stay; the erased giver has no name. */
    @Bean
    static IdentityReferences referencesFromMatches(ReferenceDeclarations declare) {
        return declare.table(MatchService.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.KEEP)
                .about(":person = r.person")
                .texts(Map.of("what", 300, "basis", 500, "valued_by", 200, "confirmed_by", 200));
    }
}
