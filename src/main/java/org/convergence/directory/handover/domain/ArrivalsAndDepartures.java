package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.TenureSource;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recent arrivals and coming departures. */
@Service
@Transactional(readOnly = true)
@Requires(HandoverPermissions.OWN)
public class ArrivalsAndDepartures {

    /** The number of days during which a person counts as new. */
    static final int NEW = 30;

    /** The number of days ahead that a departure is announced. */
    static final int AHEAD = 30;

    private final List<TenureSource> stays;
    private final PeopleDirectory people;
    private final JdbcClient db;
    private final OrganisationSettings settings;

    ArrivalsAndDepartures(
            List<TenureSource> stays, PeopleDirectory people, JdbcClient db, OrganisationSettings settings) {
        this.stays = stays;
        this.people = people;
        this.db = db;
        this.settings = settings;
    }

    /**
     * A person's departure.
     *
     * @param endingKey message key of what ends
     */
    public record Departure(PersonName who, LocalDate lastDay, String endingKey) {}

    private record TenureEnding(TenureSource.TenurePeriod period, String key, boolean contract) {

        static TenureEnding of(TenureSource source, TenureSource.TenurePeriod period) {
            return new TenureEnding(
                    period, source.endingKey(), source.endingKey().startsWith("handover."));
        }

        PersonId person() {
            return period.person();
        }

        LocalDate lastDay() {
            return Objects.requireNonNull(period.to());
        }
    }

    /** Whether the actor began less than thirty days ago. */
    public boolean isNew() {
        UUID me = CurrentActor.get().personId();
        LocalDate today = settings.today();
        return me != null
                && spans(new PersonId(me)).stream()
                        .map(TenureSource.TenurePeriod::from)
                        .min(Comparator.naturalOrder())
                        .filter(first -> first.isAfter(today.minusDays(NEW)) && !first.isAfter(today))
                        .isPresent();
    }

    /**
     * The latest known last day of a person, today or later, proposed for the departure. Periods without an end, such
     * as most roles, are ignored. Empty where no day is known.
     */
    @Requires(HandoverPermissions.PASS)
    public Optional<LocalDate> findLastDay(PersonId person) {
        LocalDate today = settings.today();
        return spans(person).stream()
                .flatMap(span -> Stream.ofNullable(span.to()))
                .filter(last -> !last.isBefore(today))
                .max(Comparator.naturalOrder());
    }

    /**
     * Departures within thirty days that are not handed over yet, one for each person, earliest first. What ends on the
     * same day as a contract ends with it.
     */
    @Requires(HandoverPermissions.PASS)
    public List<Departure> findDepartures() {
        LocalDate today = settings.today();
        List<TenureEnding> ending = stays.stream()
                .flatMap(stay -> stay.findEnding(today, today.plusDays(AHEAD)).stream()
                        .map(period -> TenureEnding.of(stay, period)))
                .sorted(Comparator.comparing(TenureEnding::lastDay).thenComparing(each -> !each.contract()))
                .toList();
        if (ending.isEmpty()) {
            return List.of();
        }
        List<PersonId> ids =
                ending.stream().map(TenureEnding::person).distinct().toList();
        Set<UUID> passed = passed(ids, today);
        Map<PersonId, PersonName> names = people.personNames(ids);
        Set<PersonId> told = new HashSet<>();
        return ending.stream()
                .filter(each -> names.containsKey(each.person())
                        && !passed.contains(each.person().value())
                        && told.add(each.person()))
                .map(each ->
                        new Departure(Objects.requireNonNull(names.get(each.person())), each.lastDay(), each.key()))
                .toList();
    }

    private Set<UUID> passed(List<PersonId> ids, LocalDate today) {
        return new HashSet<>(
                db.sql("SELECT person FROM directory.handover WHERE person = ANY (:ids) AND last_day >= :today")
                        .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                        .param("today", today)
                        .query(UUID.class)
                        .list());
    }

    private List<TenureSource.TenurePeriod> spans(PersonId person) {
        return stays.stream().flatMap(stay -> stay.findPeriods(person).stream()).toList();
    }
}
