package org.convergence.home.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueDayKind;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkPlace;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work due in all modules, read in one query: home cards and deadlines. */
@Component
@Order(0)
@Requires(HomePermissions.OPEN)
class DueWorkCard implements HomeCard, DeadlineSource {

    /** Work late by more than this is treated as abandoned. */
    private static final int YEARS_BEHIND = 1;

    /** The most rows of one source in a period. */
    private static final int MOST_OF_A_SOURCE = 500;

    private final List<DueWorkSource> sources;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    DueWorkCard(List<DueWorkSource> sources, OrganisationSettings settings, JdbcClient db) {
        this.sources = sources.stream()
                .sorted(Comparator.comparing(source -> source.getClass().getName()))
                .toList();
        this.settings = settings;
        this.db = db;
    }

    /** @param source the position of its source among {@link #sources} */
    private record SourceRow(int source, DueWorkRow row) {}

    /** The reader's own work, work without a responsible person, and the late work of others. */
    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        int ahead = sources.stream().mapToInt(DueWorkSource::daysAhead).max().orElse(0);
        List<SourceRow> rows = findBetween(
                today.minusYears(YEARS_BEHIND),
                today.plusDays(ahead),
                source -> CurrentActor.get().may(source.actPermission()));
        List<CardRow> alarms = new ArrayList<>();
        List<CardRow> week = new ArrayList<>();
        List<CardRow> nobody = new ArrayList<>();
        List<CardRow> waiting = new ArrayList<>();
        rows.stream().collect(Collectors.groupingBy(SourceRow::source)).forEach((index, due) -> {
            LocalDate until = today.plusDays(sources.get(index).daysAhead());
            List<SourceRow> near = due.stream()
                    .filter(each -> !each.row().dueOn().isAfter(until))
                    .toList();
            alarms.addAll(cards(near, DueWorkCard::isAlarm, today, t).stream()
                    .map(each -> each.asAlarm(t.say("home.due.SINCE", Objects.requireNonNull(each.day()))))
                    .toList());
            week.addAll(cards(near, each -> isMine(each) && !isAlarm(each), today, t));
            nobody.addAll(cards(near, each -> each.place() == DueWorkPlace.OURS && each.owner() == null, today, t));
            waiting.addAll(cards(near, each -> isAwaited(each, today), today, t));
        });
        List<Card> cards = new ArrayList<>(List.of(
                Card.of(CardPart.WEEK, week), Card.of(CardPart.NOBODY, nobody), Card.of(CardPart.WAITING, waiting)));
        if (!alarms.isEmpty()) {
            cards.add(Card.of(CardPart.FIRST, t.say("home.alarm"), alarms, null));
        }
        return cards;
    }

    private List<CardRow> cards(List<SourceRow> rows, Predicate<DueWorkRow> shown, LocalDate today, Words t) {
        return rows.stream()
                .filter(each -> each.row().place() != DueWorkPlace.CALENDAR && shown.test(each.row()))
                .limit(MOST)
                .map(each -> {
                    DueWork work = describe(each, t);
                    CardRow card = deadline(each, work)
                            .toRow(CardAction.link(t.say("home.due.open"), work.url()), today, t)
                            .waitingOn(isMine(each.row()) ? null : each.row().owner());
                    if (each.row().dayKind() != DueDayKind.SET) {
                        card = card.notLate(t.say(
                                "home.due." + each.row().dayKind().name(),
                                each.row().dueOn()));
                    }
                    return work.detail() == null ? card : card.detailed(work.detail());
                })
                .toList();
    }

    private static boolean isAlarm(DueWorkRow row) {
        return row.place() == DueWorkPlace.ALARM;
    }

    private static boolean isMine(DueWorkRow row) {
        return row.owner() != null && row.owner().equals(CurrentActor.get().personId());
    }

    private static boolean isAwaited(DueWorkRow row, LocalDate today) {
        boolean ofOthers = row.place() == DueWorkPlace.OTHERS || row.owner() != null;
        return ofOthers && !isMine(row) && row.dueOn().isBefore(today);
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return findBetween(from, to, source -> CurrentActor.get().may(source.permission())).stream()
                .filter(each -> each.row().dayKind() != DueDayKind.SINCE)
                .map(each -> deadline(each, describeWithDay(each, t)))
                .toList();
    }

    /** Beside its day alone, a day that the application proposes says so. */
    private DueWork describeWithDay(SourceRow each, Words t) {
        DueWork work = describe(each, t);
        return each.row().dayKind() == DueDayKind.PROPOSED
                ? new DueWork(work.key(), t.say("home.due.proposed.what", work.what()), work.url(), work.detail())
                : work;
    }

    private DueWork describe(SourceRow each, Words t) {
        return sources.get(each.source()).describe(each.row(), t);
    }

    private static Deadline deadline(SourceRow each, DueWork work) {
        return Deadline.on(
                each.row().dueOn(),
                work.key(),
                work.what(),
                work.url(),
                isMine(each.row()) ? DeadlineOwner.MINE : DeadlineOwner.TEAM);
    }

    /** The rows of the permitted sources between two days, both included, the earliest first in each source. */
    private List<SourceRow> findBetween(LocalDate from, LocalDate to, Predicate<DueWorkSource> permitted) {
        String sql = IntStream.range(0, sources.size())
                .filter(index -> permitted.test(sources.get(index)))
                .mapToObj(index -> """
                        (SELECT %d AS source, d.kind AS row_kind, d.id AS row_id, d.subject AS row_subject,
                                d.due_on AS row_due_on, d.day_kind AS row_day_kind, CAST(d.owner AS uuid) AS row_owner, d.place AS row_place,
                                CAST(d.title AS text) AS row_title, CAST(d.detail AS text) AS row_detail
                         FROM (%s) AS d WHERE d.due_on BETWEEN :from AND :to
                           AND (d.place NOT IN ('ALARM', 'PRIVATE') OR CAST(d.owner AS uuid) = :me) ORDER BY d.due_on, d.id LIMIT :most)
                        """.formatted(index, sources.get(index).sql()))
                .collect(Collectors.joining(" UNION ALL "));
        if (sql.isEmpty()) {
            return List.of();
        }
        return db
                .sql("SELECT * FROM (" + sql + ") AS work ORDER BY source, row_due_on, row_id")
                .params(Map.of("from", from, "to", to, "most", MOST_OF_A_SOURCE))
                .param("me", CurrentActor.get().personId(), Types.OTHER)
                .query(RecordMapper.of(SourceRow.class))
                .list()
                .stream()
                .filter(each -> sources.get(each.source()).isFor(each.row()))
                .toList();
    }
}
