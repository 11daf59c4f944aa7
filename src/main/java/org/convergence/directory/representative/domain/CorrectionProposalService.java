package org.convergence.directory.representative.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.directory.representative.CorrectionSource.CorrectableItem;
import org.convergence.directory.representative.CorrectionSource.CorrectionInput;
import org.convergence.directory.representative.RepresentativePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team's review of proposals: accepts or refuses each field, with the proposed and the present value side by side.
 */
@Service
@Transactional
@Requires(RepresentativePermissions.KEEP)
public class CorrectionProposalService {

    /** The maximum number shown at once; the next ones follow as these are decided. */
    public static final int SHOWN = 50;

    private static final String ALL = """
            SELECT id, organisation, kind, item, field, stood, proposed, said_for AS day, proposed_at AS at
            FROM directory.representative_proposal
            """;
    private static final String ROWS = ALL + "WHERE state = 'PENDING' ";

    private final ObjectProvider<CorrectionSource> correctables;
    private final PeopleDirectory people;
    private final JdbcClient db;
    private final Clock clock;

    CorrectionProposalService(
            ObjectProvider<CorrectionSource> correctables, PeopleDirectory people, JdbcClient db, Clock clock) {
        this.correctables = correctables;
        this.people = people;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A proposal, beside the present value.
     *
     * @param about the item's title
     * @param label the field's name
     * @param stood the value when it was proposed
     * @param stands the present value
     * @param day the day given by the representative; {@code null} for none
     * @param input the type of input: a note is only read
     * @param gone whether the item no longer exists, so that it can only be refused
     */
    public record CorrectionProposal(
            UUID id,
            OrganisationName organisation,
            String about,
            String label,
            String stood,
            String stands,
            String proposed,
            @Nullable LocalDate day,
            Instant at,
            CorrectionInput input,
            boolean gone) {}

    private record CorrectionProposalRow(
            UUID id,
            OrganisationId organisation,
            String kind,
            UUID item,
            String field,
            String stood,
            String proposed,
            @Nullable LocalDate day,
            Instant at) {}

    /** The number of pending proposals, counted up to a thousand. */
    @Transactional(readOnly = true)
    public int countPending() {
        return db.sql("""
                        SELECT count(*) FROM (
                            SELECT FROM directory.representative_proposal WHERE state = 'PENDING' LIMIT 1000) AS pending
                        """).query(Integer.class).single();
    }

    /** The number of pending proposals of an organisation. */
    @Transactional(readOnly = true)
    public int countPending(OrganisationId organisation) {
        return db.sql("""
                        SELECT count(*) FROM directory.representative_proposal WHERE state = 'PENDING' AND organisation = ?
                        """).param(organisation.value()).query(Integer.class).single();
    }

    /** Pending proposals grouped by organisation, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<CorrectionProposal> findPending(Words t) {
        List<CorrectionProposalRow> rows = db.sql(ROWS
                        + "ORDER BY min(proposed_at) OVER (PARTITION BY organisation), organisation, proposed_at, id"
                        + " LIMIT :most")
                .param("most", SHOWN)
                .query(RecordMapper.of(CorrectionProposalRow.class))
                .list();
        Map<OrganisationId, OrganisationName> names = people.organisationNames(rows.stream()
                .map(CorrectionProposalRow::organisation)
                .distinct()
                .toList());
        Map<OrganisationId, Map<String, List<CorrectableItem>>> items = new HashMap<>();
        List<CorrectionProposal> proposals = new ArrayList<>();
        for (CorrectionProposalRow row : rows) {
            OrganisationName name = names.get(row.organisation());
            if (name != null) {
                proposals.add(proposal(row, name, items.computeIfAbsent(row.organisation(), id -> items(id, t))));
            }
        }
        return proposals;
    }

    private Map<String, List<CorrectableItem>> items(OrganisationId organisation, Words t) {
        Map<String, List<CorrectableItem>> items = new HashMap<>();
        correctables.forEach(each -> items.put(each.kind(), each.findItems(organisation, t)));
        return items;
    }

    private static CorrectionProposal proposal(
            CorrectionProposalRow row, OrganisationName organisation, Map<String, List<CorrectableItem>> items) {
        Optional<CorrectableItem> item = items.getOrDefault(row.kind(), List.of()).stream()
                .filter(each -> each.id().equals(row.item()))
                .findFirst();
        Optional<CorrectionSource.CorrectableField> field = item.flatMap(it -> it.field(row.field()));
        return new CorrectionProposal(
                row.id(),
                organisation,
                item.map(CorrectableItem::title).orElse(""),
                field.map(CorrectionSource.CorrectableField::label).orElse(row.field()),
                row.stood(),
                field.map(CorrectionSource.CorrectableField::value).orElse(""),
                row.proposed(),
                row.day(),
                row.at(),
                field.map(CorrectionSource.CorrectableField::input).orElse(CorrectionInput.TEXT),
                field.isEmpty());
    }

    /**
     * Accepts a proposal and writes its value as the actor.
     *
     * @param seen the present value shown on the page
     * @param chosen the day where the representative gave none; {@code null} for none
     * @return the organisation's name, and whether {@link #takeBack} can restore what stood
     * @throws Refused where the present value changed meanwhile, or a day is missing
     */
    public AcceptedCorrection accept(UUID id, String seen, @Nullable LocalDate chosen, Words t) {
        CorrectionProposalRow row = lockPending(id);
        CorrectionSource from = source(row);
        CorrectionSource.CorrectableField field =
                findField(from, row, t).orElseThrow(() -> new Refused("representative.refused.gone"));
        if (!field.value().equals(seen)) {
            throw new Refused("representative.refused.changed");
        }
        LocalDate day = !field.input().hasDay() ? null : row.day() == null ? chosen : row.day();
        if (field.input().hasDay() && day == null) {
            throw new Refused("representative.refused.day");
        }
        if (field.input() != CorrectionInput.NOTE) {
            from.accept(row.organisation(), row.item(), row.field(), row.proposed(), day);
        }
        markDecided(row, "ACCEPTED");
        OrganisationName name =
                people.organisationNames(List.of(row.organisation())).get(row.organisation());
        return new AcceptedCorrection(
                name == null ? "" : name.name(),
                !field.input().hasDay()
                        && row.stood().equals(field.value())
                        && (from.canEmpty() || !row.stood().isEmpty()));
    }

    /** A correction just accepted, with its organisation, and whether it can be taken back. */
    public record AcceptedCorrection(String organisation, boolean reversible) {}

    private CorrectionSource source(CorrectionProposalRow row) {
        return correctables.stream()
                .filter(each -> each.kind().equals(row.kind()))
                .findFirst()
                .orElseThrow(() -> new NotFound("proposal"));
    }

    private static Optional<CorrectionSource.CorrectableField> findField(
            CorrectionSource from, CorrectionProposalRow row, Words t) {
        return from.findItems(row.organisation(), t).stream()
                .filter(each -> each.id().equals(row.item()))
                .flatMap(each -> each.field(row.field()).stream())
                .findFirst();
    }

    /**
     * Takes back what the actor accepted for one organisation, from one proposal to another: what stood before stands
     * again, and the proposals wait again.
     *
     * @throws Refused if one of the values changed meanwhile, or cannot be restored
     */
    @Transactional(label = "representative.take-back")
    public int takeBack(UUID first, UUID last, Words t) {
        List<CorrectionProposalRow> rows = db.sql(ALL + """
                        WHERE state = 'ACCEPTED' AND decided_by = :who
                          AND organisation = (SELECT organisation FROM directory.representative_proposal WHERE id = :first)
                          AND decided_at BETWEEN (SELECT decided_at FROM directory.representative_proposal WHERE id = :first)
                                             AND (SELECT decided_at FROM directory.representative_proposal WHERE id = :last)
                        ORDER BY decided_at DESC, id DESC FOR UPDATE
                        """)
                .param("who", CurrentActor.get().id())
                .param("first", first)
                .param("last", last)
                .query(RecordMapper.of(CorrectionProposalRow.class))
                .list();
        if (rows.isEmpty()) {
            throw new Refused("representative.refused.undo");
        }
        rows.forEach(row -> takeBack(row, t));
        return rows.size();
    }

    private void takeBack(CorrectionProposalRow row, Words t) {
        CorrectionSource from = source(row);
        Optional<CorrectionSource.CorrectableField> field = findField(from, row, t);
        if (field.filter(each -> each.input().hasDay()
                        || (isWritten(each) && !each.value().equals(row.proposed())))
                .isPresent()) {
            throw new Refused("representative.refused.undo");
        }
        if (field.isEmpty() || isWritten(field.get())) {
            from.accept(row.organisation(), row.item(), row.field(), row.stood(), null);
            // A source that cannot empty a field leaves it: then nothing is taken back.
            if (findField(from, row, t)
                    .filter(each -> each.value().equals(row.stood()))
                    .isEmpty()) {
                throw new Refused("representative.refused.undo");
            }
        }
        db.sql("""
                        UPDATE directory.representative_proposal SET state = 'PENDING', decided_at = NULL, decided_by = NULL
                        WHERE id = ?
                        """).param(row.id()).update();
    }

    private static boolean isWritten(CorrectionSource.CorrectableField field) {
        return field.input() != CorrectionInput.NOTE;
    }

    /** Refuses a proposal: nothing is written. */
    public void refuse(UUID id) {
        markDecided(lockPending(id), "REFUSED");
    }

    private CorrectionProposalRow lockPending(UUID id) {
        return db.sql(ROWS + "AND id = :id FOR UPDATE")
                .param("id", id)
                .query(RecordMapper.of(CorrectionProposalRow.class))
                .optional()
                .orElseThrow(() -> new Refused("representative.refused.decided"));
    }

    private void markDecided(CorrectionProposalRow row, String state) {
        db.sql("""
                        UPDATE directory.representative_proposal SET state = :state, decided_at = :now, decided_by = :who
                        WHERE id = :id
                        """)
                .param("state", state)
                .param("now", SqlTime.now(clock))
                .param("who", CurrentActor.get().id())
                .param("id", row.id())
                .update();
    }
}
