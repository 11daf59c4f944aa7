package org.convergence.plan.time.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The closing days of the organisation, with their source. */
@Service
@Transactional
@Requires(TimePermissions.KEEP)
public class WorkCalendarService {

    private final JdbcClient db;

    WorkCalendarService(JdbcClient db) {
        this.db = db;
    }

    /** A stored closure. */
    public record StoredClosure(UUID id, Closure closure) {}

    /**
     * A proposed holiday.
     *
     * @param usual whether it is ticked by default: of Good Friday and Easter Monday, the first
     */
    public record ProposedHoliday(Closure closure, boolean usual) {}

    /** The closures of a year, in order. */
    @Transactional(readOnly = true)
    @Requires(TimePermissions.READ)
    public List<StoredClosure> findByYear(int year) {
        return db.sql("""
                        SELECT id, kind, name, starts_on, ends_on, source FROM plan.time_closure
                        WHERE starts_on <= :to AND ends_on >= :from ORDER BY starts_on, id
                        """)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query((row, n) -> new StoredClosure(
                        row.getObject("id", UUID.class),
                        new Closure(
                                Closure.ClosureKind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getString("source"))))
                .list();
    }

    /** The public holidays of a year without a stored closure on their day. */
    @Transactional(readOnly = true)
    public List<ProposedHoliday> proposeHolidays(int year) {
        Set<LocalDate> known = findByYear(year).stream()
                .flatMap(each ->
                        each.closure().from().datesUntil(each.closure().to().plusDays(1)))
                .collect(Collectors.toSet());
        LocalDate easterMonday = HolidayProposals.easter(year).plusDays(1);
        return HolidayProposals.forYear(year).stream()
                .filter(each -> !known.contains(each.from()))
                .map(each -> new ProposedHoliday(each, !each.from().equals(easterMonday)))
                .toList();
    }

    /** Adds the proposed holidays of these days; existing ones are skipped. Returns their number. */
    public int addHolidays(int year, Collection<LocalDate> days) {
        List<ProposedHoliday> chosen = proposeHolidays(year).stream()
                .filter(each -> days.contains(each.closure().from()))
                .toList();
        chosen.forEach(each -> create(each.closure()));
        return chosen.size();
    }

    /** Adds a closure. */
    public UUID create(Closure closure) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO plan.time_closure (id, kind, name, starts_on, ends_on, source)
                        VALUES (:id, :kind, :name, :from, :to, :source)
                        """)
                .param("id", id)
                .param("kind", closure.kind().name())
                .param("name", closure.name())
                .param("from", closure.from())
                .param("to", closure.to())
                .param("source", closure.source())
                .update();
        return id;
    }

    /** Deletes a closure. */
    public void delete(UUID id) {
        db.sql("DELETE FROM plan.time_closure WHERE id = ?").param(id).update();
    }

    /**
     * The public holidays of Québec in a year, as proposals (R-TIME-2): the organisation's calendar is its own data, which
     * it changes as its collective agreement or a new act requires.
     */
    static final class HolidayProposals {

        private static final String LABOUR = "Loi sur les normes du travail, RLRQ c. N-1.1, art. 60";
        private static final String NATIONAL = "Loi sur la fête nationale, RLRQ c. F-1.1, art. 1";

        private HolidayProposals() {}

        static List<Closure> forYear(int year) {
            LocalDate canada = LocalDate.of(year, Month.JULY, 1);
            return List.of(
                    labour("Jour de l’An", LocalDate.of(year, Month.JANUARY, 1)),
                    labour("Vendredi saint", easter(year).minusDays(2)),
                    labour("Lundi de Pâques", easter(year).plusDays(1)),
                    labour(
                            "Journée nationale des patriotes",
                            LocalDate.of(year, Month.MAY, 24).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                    Closure.holiday("Fête nationale du Québec", LocalDate.of(year, Month.JUNE, 24), NATIONAL),
                    labour("Fête du Canada", canada.getDayOfWeek() == DayOfWeek.SUNDAY ? canada.plusDays(1) : canada),
                    labour(
                            "Fête du Travail",
                            LocalDate.of(year, Month.SEPTEMBER, 1)
                                    .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))),
                    labour(
                            "Action de grâces",
                            LocalDate.of(year, Month.OCTOBER, 1)
                                    .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY))),
                    labour("Jour de Noël", LocalDate.of(year, Month.DECEMBER, 25)));
        }

        private static Closure labour(String name, LocalDate day) {
            return Closure.holiday(name, day, LABOUR);
        }

        /** Easter Sunday, by the computation of Meeus for the Gregorian calendar. */
        static LocalDate easter(int year) {
            int a = year % 19;
            int b = year / 100;
            int c = year % 100;
            int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
            int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
            int m = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
            return LocalDate.of(year, m / 31, m % 31 + 1);
        }
    }

    /**
     * Days without work for the whole team.
     *
     * @param source the text that orders it: an act, a collective agreement, a decision; {@code null} if unknown
     */
    public record Closure(
            ClosureKind kind,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable String source) {

        /** Maximum length, in days. */
        public static final int LONGEST = 366;

        /** The kind of closure. */
        public enum ClosureKind {
            HOLIDAY,
            CLOSURE
        }

        public Closure {
            if (to.isBefore(from) || from.plusDays(LONGEST - 1L).isBefore(to)) {
                throw new Refused("time.refused.period");
            }
        }

        static Closure holiday(String name, LocalDate day, String source) {
            return new Closure(ClosureKind.HOLIDAY, name, day, day, source);
        }
    }
}
