package org.convergence.safety.mission.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.domain.CheckInLine;
import org.convergence.safety.mission.domain.CheckInService.CheckInView;
import org.convergence.safety.mission.domain.CheckInService.NotedCall;
import org.convergence.safety.mission.domain.MissionPolicy;
import org.convergence.safety.mission.domain.MissionPolicy.EscalationStep;
import org.convergence.safety.mission.domain.SealedDataService.SealedDataAccess;
import org.convergence.safety.mission.web.CheckInPage.CallContactRow;
import org.convergence.safety.mission.web.CheckInPage.CallRow;
import org.convergence.safety.mission.web.CheckInPage.CheckInRow;
import org.convergence.safety.mission.web.CheckInPage.TravellerSealRow;
import org.springframework.stereotype.Component;

/** Assembles the page of check-ins; times are in the zone of the place, and in the organisation's. */
@Component
record CheckInPageAssembler(Messages messages, OrganisationSettings settings, Clock clock) {

    /** @param url address of the page's forms */
    CheckInPage assemble(
            CheckInView view, String url, Set<PersonId> sealed, List<SealedDataAccess> openings, Form form, Words t) {
        Instant now = clock.instant();
        boolean travels = view.travellers().stream().anyMatch(each -> each.id().equals(view.me()));
        String mission = MissionPage.url(view.mission().typedId());
        return new CheckInPage(
                url,
                mission,
                view.mission().title(),
                view.isWatcher(),
                view.isWatcher() && CurrentActor.get().may(MissionPermissions.READ),
                travels,
                view.mission().state().isOver(),
                view.isDuress(),
                view.isMailSet(),
                warnings(view, now, t),
                view.isWatcher() ? steps(view, now, t) : List.of(),
                view.checkIns().stream().filter(each -> each.isMissing(now)).allMatch(CheckInLine::isDrill),
                view.checkIns().stream().map(each -> row(each, now, t)).toList(),
                view.travellers().stream()
                        .map(each -> Option.of(each.id(), each.name()))
                        .toList(),
                contacts(view, t),
                view.calls().stream()
                        .map(each -> call(each, view.callList(), t))
                        .toList(),
                view.closed().stream()
                        .map(each -> t.say("public.mission.closed", each.by(), t.dateTime(each.at()), each.note()))
                        .toList(),
                view.travellers().stream()
                        .map(each -> sealedRow(each, view, mission, sealed))
                        .toList(),
                openings.stream()
                        .map(each -> t.say(
                                "mission.opening",
                                each.accountLabel(),
                                t.dateTime(each.openedAt()),
                                name(view, each.person(), t),
                                each.reason()))
                        .toList(),
                form,
                Form.named("calls").with(MissionForm.CALL_LIST.name(), String.join("\n", view.callList())));
    }

    private static String name(CheckInView view, PersonId person, Words t) {
        return view.travellers().stream()
                .filter(each -> each.id().equals(person))
                .findFirst()
                .map(PersonName::name)
                .orElse(t.say("mission.nobody"));
    }

    private static TravellerSealRow sealedRow(
            PersonName traveller, CheckInView view, String mission, Set<PersonId> sealed) {
        boolean may = view.isWatcher() || traveller.id().equals(view.me());
        return new TravellerSealRow(
                traveller.name(),
                may ? mission + "/sealed/" + traveller.id().value() : null,
                sealed.contains(traveller.id()));
    }

    private static List<String> warnings(CheckInView view, Instant now, Words t) {
        List<String> warnings = new ArrayList<>();
        if (view.mission().state().isOver()) {
            return warnings;
        }
        if (!view.isMailSet()) {
            warnings.add(t.say("public.mission.no-mail"));
        }
        if (view.failingSince() != null) {
            warnings.add(t.say("public.mission.mail-fails", t.dateTime(view.failingSince())));
        }
        if (view.mission().lead() == null || view.mission().president() == null) {
            warnings.add(t.say("public.mission.nobody-watches"));
        }
        if (!view.unreachable().isEmpty()) {
            warnings.add(t.say("public.mission.unreachable", t.list(view.unreachable())));
        }
        List<String> unawaited = view.unawaited(now);
        if (!unawaited.isEmpty()) {
            warnings.add(t.say("public.mission.unawaited", t.list(unawaited)));
        }
        return warnings;
    }

    /** What each missing check-in asks for now, the latest step alone; under duress no step, since it says to call. */
    private List<String> steps(CheckInView view, Instant now, Words t) {
        List<String> steps = new ArrayList<>();
        for (CheckInLine line : view.checkIns()) {
            if (line.isMissing(now)) {
                LetterStatus letter = view.letters().get(line.id().value());
                List<EscalationStep> due = MissionPolicy.due(line.dueAt(), Duration.ofMinutes(line.grace()), now);
                steps.add((line.isDrill() ? t.say("public.mission.drill") + " · " : "") + line.name() + " · "
                        + times(line, t) + " · "
                        + t.say(
                                view.isDuress()
                                        ? "public.mission.missing"
                                        : due.get(due.size() - 1).key(),
                                letter != null ? letter.state().name() : line.isReminderDue(now) ? "WRITING" : "NONE"));
            }
        }
        return steps;
    }

    private CheckInRow row(CheckInLine line, Instant now, Words t) {
        Instant done = line.doneAt();
        String receivedBy = line.receivedBy();
        boolean missing = line.isMissing(now);
        ZoneId home = settings.current().zone();
        String detail = done == null
                ? t.say("public.mission.grace", t.hours(hours(line.grace())))
                : line.isUnanswered()
                        ? t.say("public.mission.unanswered", at(done, home, t))
                        : receivedBy == null
                                ? t.say(
                                        line.isReply() ? "public.mission.answered-by-mail" : "public.mission.answered",
                                        at(done, home, t))
                                : t.say("public.mission.received-by", at(done, home, t), receivedBy);
        return new CheckInRow(
                line.name(),
                times(line, t),
                line.isDrill() ? t.say("public.mission.drill") + " · " + detail : detail,
                line.isUnanswered() ? Tone.REST : done != null ? Tone.OK : missing ? Tone.BAD : Tone.AHEAD,
                t.say(
                        line.isUnanswered()
                                ? "public.mission.state.unanswered"
                                : done != null
                                        ? "public.mission.state.done"
                                        : missing ? "public.mission.state.missing" : "public.mission.state.due"));
    }

    /** « 29 novembre 2026 à 20 h (Mexico); 21 h (chez nous) »; with both dates where they differ. */
    String times(CheckInLine line, Words t) {
        ZoneId home = settings.current().zone();
        ZoneId there = TimeZones.find(line.zone()).orElse(home);
        String first = at(line.dueAt(), there, t);
        if (there.equals(home)) {
            return first;
        }
        LocalDateTime ours = LocalDateTime.ofInstant(line.dueAt(), home);
        boolean sameDay = ours.toLocalDate().equals(LocalDate.ofInstant(line.dueAt(), there));
        return t.say(
                "public.mission.both-zones",
                first,
                sameDay
                        ? t.say("public.mission.at", t.time(ours.toLocalTime()), t.say("public.mission.our-zone"))
                        : at(line.dueAt(), home, t));
    }

    private String at(Instant instant, ZoneId zone, Words t) {
        return t.say(
                "public.mission.at",
                messages.in(t.language(), zone).dateTime(instant),
                zone.equals(settings.current().zone())
                        ? t.say("public.mission.our-zone")
                        : TimeZones.city(zone, t.language()));
    }

    private static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private static List<CallContactRow> contacts(CheckInView view, Words t) {
        List<CallContactRow> contacts = new ArrayList<>();
        if (!view.isDuress()) {
            for (PersonName traveller : view.travellers()) {
                String phone =
                        view.contact(traveller.id()).map(PersonContact::phone).orElse(null);
                String label = t.say(
                        "public.mission.traveller",
                        traveller.name(),
                        phone == null ? t.say("public.mission.no-number") : phone);
                contacts.add(new CallContactRow(
                        CheckInPage.TRAVELLER, label, phone == null ? null : MissionPolicy.phoneNumber(phone)));
            }
        }
        for (int line = 1; line <= view.callList().size(); line++) {
            String label = view.callList().get(line - 1);
            contacts.add(new CallContactRow(String.valueOf(line), label, MissionPolicy.phoneNumber(label)));
        }
        return contacts;
    }

    private static CallRow call(NotedCall call, List<String> callList, Words t) {
        String what = call.contact() == 0 || call.contact() > callList.size()
                ? t.say("public.mission.the-traveller")
                : callList.get(call.contact() - 1);
        return new CallRow(
                what,
                t.say(
                                call.answered() ? "public.mission.call.answered" : "public.mission.call.missed",
                                call.caller(),
                                t.dateTime(call.calledAt()))
                        + (call.note().isEmpty() ? "" : " · " + call.note()));
    }

    /** The first check-in that is due, in both zones. */
    Optional<String> next(CheckInView view, Words t) {
        return view.checkIns().stream()
                .filter(each -> each.doneAt() == null)
                .min(Comparator.comparing(CheckInLine::dueAt))
                .map(each -> times(each, t));
    }
}
