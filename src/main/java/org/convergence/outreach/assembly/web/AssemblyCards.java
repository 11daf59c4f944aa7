package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.FollowUps;
import org.convergence.outreach.assembly.domain.MeetingList;
import org.convergence.outreach.assembly.domain.MeetingList.Line;
import org.convergence.outreach.assembly.domain.Pending;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.NextDeadline;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On the first page: notices that are due, meetings of which nobody said that they took place, follow-ups that press. */
@Configuration(proxyBeanMethods = false)
class AssemblyCards {

    private static final int AHEAD_DAYS = 14;
    private static final int LOOKED_AT = 20;
    private static final int MOST = 5;

    private record Part(
            int order, String permission, Function<Words, List<HomeCard.Row>> rows, String title, String url)
            implements HomeCard {

        @Override
        public Optional<Card> show(Words t) {
            List<Row> shown = rows.apply(t);
            return shown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Card(t.say(title), shown, List.of(), null, url));
        }
    }

    @Bean
    static HomeCard meetingsToPrepareCard(MeetingList meetings, OrganisationSettings settings) {
        return new Part(
                15,
                AssemblyPermissions.CONVENE,
                t -> {
                    LocalDate today = settings.today();
                    List<HomeCard.Row> rows = new ArrayList<>();
                    for (Line line : meetings.ahead(LOOKED_AT)) {
                        if (line.begins().toLocalDate().isBefore(today)) {
                            rows.add(toSay(line, today, t));
                        } else if (line.convenedAt() == null && !line.noticeBy().isAfter(today.plusDays(AHEAD_DAYS))) {
                            rows.add(toConvene(line, today, t));
                        }
                    }
                    return rows.stream().limit(MOST).toList();
                },
                "assembly.today.meetings",
                Urls.HOME);
    }

    @Bean
    static HomeCard followUpsCard(FollowUps followUps, OrganisationSettings settings) {
        return new Part(
                30,
                AssemblyPermissions.READ,
                t -> followUps.open(null, MOST).stream()
                        .filter(each -> presses(each, settings.today()))
                        .map(each -> followUp(each, settings.today(), t))
                        .toList(),
                "assembly.follow-ups",
                Urls.HOME + "/follow-ups");
    }

    @Bean
    static NextDeadline nextNoticeDue(MeetingList meetings) {
        return new NextDeadline() {
            @Override
            public String permission() {
                return AssemblyPermissions.CONVENE;
            }

            @Override
            public Optional<Due> next(Words t) {
                return meetings.ahead(LOOKED_AT).stream()
                        .filter(line -> line.convenedAt() == null)
                        .findFirst()
                        .map(line -> new Due(line.noticeBy(), notice(line, t), notice(line)));
            }
        };
    }

    private static HomeCard.Row toConvene(Line line, LocalDate today, Words t) {
        boolean late = line.noticeBy().isBefore(today);
        return new HomeCard.Row(
                t.capital(
                        late
                                ? t.say("assembly.today.late", t.ago(line.noticeBy(), today))
                                : t.say("assembly.today.by", t.day(line.noticeBy()))),
                late,
                notice(line, t),
                Urls.meeting(line.id().value()),
                null,
                List.of(new HomeCard.Act(t.say("assembly.today.send"), notice(line), false)));
    }

    private static HomeCard.Row toSay(Line line, LocalDate today, Words t) {
        LocalDate day = line.begins().toLocalDate();
        return new HomeCard.Row(
                t.capital(t.ago(day, today)),
                false,
                line.name(),
                Urls.meeting(line.id().value()),
                t.say("assembly.meeting.to-say"),
                List.of(
                        new HomeCard.Act(
                                t.say("assembly.attendance.note"),
                                Urls.meeting(line.id().value()) + "/minutes",
                                false),
                        new HomeCard.Act(
                                t.say("assembly.today.cancelled"),
                                Urls.meeting(line.id().value()) + "/cancel",
                                false)));
    }

    private static boolean presses(Pending it, LocalDate today) {
        LocalDate due = it.facts().dueOn();
        return due != null && !due.isAfter(today.plusDays(AHEAD_DAYS));
    }

    private static HomeCard.Row followUp(Pending it, LocalDate today, Words t) {
        LocalDate due = it.facts().dueOn() == null ? today : it.facts().dueOn();
        boolean late = due.isBefore(today);
        String url = Urls.HOME + "/follow-ups/" + it.id();
        return new HomeCard.Row(
                t.capital(
                        late
                                ? t.say("assembly.today.late", t.ago(due, today))
                                : t.say("assembly.today.by", t.day(due))),
                late,
                it.facts().what(),
                url,
                it.who() == null ? it.bodyName() : it.bodyName() + " · " + it.who(),
                List.of(new HomeCard.Act(t.say("assembly.follow-up.done"), url, false)));
    }

    private static String notice(Line line, Words t) {
        return t.say("assembly.today.notice", line.code(), t.day(line.begins().toLocalDate()));
    }

    private static String notice(Line line) {
        return Urls.meeting(line.id().value()) + "/notice";
    }
}
