package org.convergence.resources.subsidy.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyContent;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyStepKind;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and changes the files of subsidised positions, and records their steps. */
@Service
@Transactional
@Requires(SubsidyPermissions.MANAGE)
public class SubsidyService {

    private final SubsidyRepository repository;
    private final SubsidyProgrammeService programmes;
    private final SubsidyQueries queries;
    private final JdbcClient db;

    SubsidyService(
            SubsidyRepository repository, SubsidyProgrammeService programmes, SubsidyQueries queries, JdbcClient db) {
        this.repository = repository;
        this.programmes = programmes;
        this.queries = queries;
        this.db = db;
    }

    /** Opens a file, with the terms that the programme has today. */
    public SubsidyId create(SubsidyContent content) {
        requireSound(content);
        Subsidy subsidy = repository.save(
                Subsidy.create(content, programmes.findById(content.programme()).terms()));
        saveDueDays(subsidy.id(), content);
        requireReasonForOpenWork(subsidy.typedId(), content);
        return subsidy.typedId();
    }

    /**
     * Changes a file. Its terms stay as they were copied, unless the programme is another.
     *
     * @param version the version on which the form was opened
     * @throws Refused if it ends with an open claim or step and no reason
     */
    public void update(SubsidyId id, int version, SubsidyContent content) {
        Subsidy before = findById(id);
        OptimisticLock.requireSameVersion(Subsidy.TABLE, id.value(), version, before.version());
        requireSound(content);
        requireSamePersonOnceClaimed(before, content);
        WageTerms terms = content.programme().equals(before.programme())
                ? before.terms()
                : programmes.findById(content.programme()).terms();
        OptimisticLock.save(
                repository, Subsidy.of(id.value(), version, content, terms), Subsidy.TABLE, id.value(), version);
        saveDueDays(id.value(), content);
        requireReasonForOpenWork(id, content);
    }

    /** Records that a step was done. */
    public void completeStep(SubsidyId id, SubsidyStepKind kind, LocalDate day) {
        findById(id);
        db.sql("""
                        INSERT INTO resources.subsidy_step (subsidy, kind, done_on) VALUES (:id, :kind, :day)
                        ON CONFLICT (subsidy, kind) DO UPDATE SET done_on = excluded.done_on
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("day", day)
                .update();
    }

    /** Takes back that a step was done. */
    public void reopenStep(SubsidyId id, SubsidyStepKind kind) {
        db.sql("UPDATE resources.subsidy_step SET done_on = NULL WHERE subsidy = ? AND kind = ? AND due_on IS NOT NULL")
                .params(id.value(), kind.name())
                .update();
        db.sql("DELETE FROM resources.subsidy_step WHERE subsidy = ? AND kind = ? AND due_on IS NULL")
                .params(id.value(), kind.name())
                .update();
    }

    /** @throws NotFound if there is no such file */
    @Transactional(readOnly = true)
    public Subsidy findById(SubsidyId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("subsidy"));
    }

    /** The days of a file that is over are due nowhere. */
    private void requireReasonForOpenWork(SubsidyId id, SubsidyContent content) {
        if (content.closingNote() == null
                && !queries.findGaps(id).lacks(content.state()).isEmpty()) {
            throw new Refused("subsidy.refused.closing");
        }
    }

    private void requireSound(SubsidyContent content) {
        if (content.endsOn().isBefore(content.startsOn())) {
            throw new Refused("subsidy.refused.period");
        }
        UUID contract = content.contract();
        PersonId person = content.person();
        boolean foreign = contract != null
                && (person == null
                        || db.sql("SELECT NOT EXISTS (SELECT FROM plan.time_contract_term WHERE id = ? AND person = ?)")
                                .params(contract, person.value())
                                .query(Boolean.class)
                                .single());
        if (foreign) {
            throw new Refused("subsidy.refused.contract");
        }
    }

    /** Claims hold the hours of one person. */
    private void requireSamePersonOnceClaimed(Subsidy before, SubsidyContent content) {
        if (before.person() != null
                && !before.person().equals(content.person())
                && db.sql("SELECT EXISTS (SELECT FROM resources.subsidy_claim WHERE subsidy = ?)")
                        .param(before.id())
                        .query(Boolean.class)
                        .single()) {
            throw new Refused("subsidy.refused.person-claimed");
        }
    }

    private void saveDueDays(UUID id, SubsidyContent content) {
        for (SubsidyStepKind kind : SubsidyStepKind.values()) {
            LocalDate due = content.due().get(kind);
            if (due == null) {
                db.sql("UPDATE resources.subsidy_step SET due_on = NULL WHERE subsidy = ? AND kind = ?"
                                + " AND due_on IS NOT NULL AND done_on IS NOT NULL")
                        .params(id, kind.name())
                        .update();
                db.sql("DELETE FROM resources.subsidy_step WHERE subsidy = ? AND kind = ? AND done_on IS NULL")
                        .params(id, kind.name())
                        .update();
            } else {
                db.sql("""
                                INSERT INTO resources.subsidy_step AS s (subsidy, kind, due_on) VALUES (:id, :kind, :due)
                                ON CONFLICT (subsidy, kind) DO UPDATE SET due_on = excluded.due_on
                                WHERE s.due_on IS DISTINCT FROM excluded.due_on
                                """)
                        .param("id", id)
                        .param("kind", kind.name())
                        .param("due", due)
                        .update();
            }
        }
    }

    /**
     * References from files to people: the accounts of a subsidy stay when its person is erased, without the name; ongoing
     * files pass to the successor of the person who follows them.
     */
    @Bean
    static IdentityReferences referencesFromSubsidy(ReferenceDeclarations declare) {
        return declare.table(Subsidy.TABLE)
                .person("person", ErasureRule.KEEP)
                .person("responsible", ErasureRule.CLEAR)
                .about(":person IN (r.person, r.responsible)")
                .texts(Map.of("position", 200, "reference", 100, "note", 2_000, "closing_note", 1_000))
                .table(SubsidyClaim.TABLE)
                .about("EXISTS (SELECT FROM resources.subsidy s WHERE s.id = r.subsidy AND s.person = :person)")
                .texts(Map.of("confirmation", 100, "reason", 500));
    }

    @Bean
    static Holding followedSubsidies(JdbcClient db) {
        return new ColumnHolding(
                db, "subsidy.holding", 45, "resources.subsidy.responsible", "state IN ('ASKED', 'APPROVED')", """
                SELECT s.id, g.name AS what, s.position AS detail, '/resources/subsidy/' || s.id AS url, s.ends_on AS due
                FROM resources.subsidy s JOIN resources.subsidy_programme g ON g.id = s.programme
                WHERE s.responsible = ? AND s.state IN ('ASKED', 'APPROVED') ORDER BY s.ends_on, s.id
                """);
    }
}
