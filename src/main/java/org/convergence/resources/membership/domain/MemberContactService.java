package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentChecker;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.convergence.resources.membership.MembershipPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The representatives of member organisations who may not be written to yet. The law does not cover a message to a
 * representative of a related organisation about its activities (R-CASL-14); a person confirms that they are.
 */
@Service
@Transactional
@Requires(ConsentPermissions.RECORD)
public class MemberContactService {

    /** The most representatives shown and confirmed at once. */
    public static final int MOST = 500;

    /** What concerns the activities of a member organisation; events that are sold, and appeals, need more. */
    private static final List<Purpose> SERVED = List.of(Purpose.NEWS, Purpose.ACTIONS);

    private static final String REPRESENTATIVES = """
            SELECT DISTINCT ON (f.person) f.person, f.title, o.name AS organisation, m.since
            FROM directory.people_held_function f
            JOIN resources.membership m ON m.organisation = f.organisation
                 AND m.since <= :today AND (m.until IS NULL OR m.until >= :today)
            JOIN directory.people_organisation_name o ON o.id = f.organisation
            WHERE f.until IS NULL OR f.until >= :today
            ORDER BY f.person, m.since
            """;

    private final ConsentChecker consents;
    private final ConsentLedgerService ledger;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    MemberContactService(
            ConsentChecker consents,
            ConsentLedgerService ledger,
            PeopleDirectory people,
            OrganisationSettings settings,
            JdbcClient db) {
        this.consents = consents;
        this.ledger = ledger;
        this.people = people;
        this.settings = settings;
        this.db = db;
    }

    /** A representative of a member organisation, with the first day of its membership. */
    public record Representative(UUID person, String name, String title, String organisation, LocalDate since) {}

    private record RepresentativeRow(UUID person, String title, String organisation, LocalDate since) {}

    /** Those without any record, by organisation; at most {@link #MOST}. A withdrawal is never reopened. */
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ)
    public List<Representative> findWithoutBasis() {
        Map<PersonId, RepresentativeRow> held = new LinkedHashMap<>();
        db.sql(REPRESENTATIVES)
                .param("today", settings.today())
                .query(RepresentativeRow.class)
                .list()
                .forEach(each -> held.put(new PersonId(each.person()), each));
        Map<PersonId, ConsentDecision> decisions =
                consents.mayWrite(held.keySet(), ConsentChannel.MAIL, Purpose.NEWS, settings.today());
        List<RepresentativeRow> without = held.entrySet().stream()
                .filter(each -> isUnknown(decisions.get(each.getKey())))
                .map(Map.Entry::getValue)
                .limit(MOST)
                .toList();
        Map<PersonId, PersonName> names = people.personNames(
                without.stream().map(each -> new PersonId(each.person())).toList());
        List<Representative> found = new ArrayList<>();
        for (RepresentativeRow each : without) {
            PersonName name = names.get(new PersonId(each.person()));
            if (name != null) {
                found.add(new Representative(
                        each.person(), name.name(), each.title(), each.organisation(), each.since()));
            }
        }
        found.sort(Comparator.comparing(Representative::organisation).thenComparing(Representative::name));
        return found;
    }

    private static boolean isUnknown(@Nullable ConsentDecision decision) {
        return decision != null && !decision.allowed() && decision.reason() == ConsentReason.NOTHING;
    }

    /**
     * Records that these people represent their organisations. Those with a record made meanwhile are left
     * as they are.
     *
     * @return how many are recorded
     */
    @Transactional(label = "membership.confirm-representatives")
    public int confirm(Collection<UUID> persons) {
        List<Representative> confirmed = findWithoutBasis().stream()
                .filter(each -> persons.contains(each.person()))
                .toList();
        for (Representative each : confirmed) {
            SERVED.forEach(purpose -> ledger.record(new ConsentRecord(
                    new PersonId(each.person()),
                    ConsentChannel.MAIL,
                    purpose,
                    Basis.EXEMPT,
                    settings.today(),
                    null,
                    ConsentMethod.FORM,
                    null,
                    null,
                    null,
                    TextShortener.shorten(each.title() + ", " + each.organisation(), ConsentRecord.LONGEST_ABOUT),
                    null)));
        }
        return confirmed.size();
    }
}
