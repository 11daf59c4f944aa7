package org.convergence.advocacy.coalition.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.domain.CoalitionQueries;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionActId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionMeetingRow;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionPositionRow;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionRow;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatRow;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.JointRealisationRow;
import org.convergence.advocacy.coalition.domain.CoalitionService;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionPositionFacts;
import org.convergence.advocacy.coalition.web.CoalitionPage.CoalitionActPart;
import org.convergence.advocacy.coalition.web.CoalitionPage.JointRealisation;
import org.convergence.advocacy.coalition.web.CoalitionPage.JointRealisations;
import org.convergence.advocacy.coalition.web.CoalitionPage.MeetingPart;
import org.convergence.advocacy.coalition.web.CoalitionPage.OwedPart;
import org.convergence.advocacy.coalition.web.CoalitionPage.PositionPart;
import org.convergence.advocacy.coalition.web.CoalitionPage.SeatPart;
import org.convergence.directory.people.PartyUrls;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a coalition: what we owe, positions in our name, what it did and our part. */
@Controller
@RequestMapping("/advocacy/coalition/{id}")
@Requires(CoalitionPermissions.FOLLOW)
record CoalitionRecordController(
        CoalitionService service, CoalitionQueries queries, ActionPlans plans, OrganisationSettings settings) {

    @GetMapping
    @Requires(CoalitionPermissions.READ)
    ModelAndView show(@PathVariable CoalitionId id, Words t) {
        LocalDate today = settings.today();
        return page(id, Form.blank().with(CoalitionForm.TAKEN.name(), today).with(CoalitionForm.DAY.name(), today), t);
    }

    private ModelAndView page(CoalitionId id, Form form, Words t) {
        CoalitionRow it = queries.findById(id);
        LocalDate today = settings.today();
        List<CoalitionSeatRow> seats = queries.findSeats(id);
        boolean follows = CurrentActor.get().may(CoalitionPermissions.FOLLOW);
        return PageView.of(
                "advocacy/coalition/coalition",
                new CoalitionPage(
                        CoalitionPage.url(id),
                        it.name(),
                        lead(it, t),
                        PartyUrls.of(it.organisation()),
                        it.mission().isEmpty() ? null : it.mission(),
                        line(it),
                        seats.stream().map(each -> seat(each, today, t)).toList(),
                        queries.findContributions(id).stream()
                                .map(each -> new OwedPart(
                                        CoalitionPage.url(id) + "/contributions/" + each.id(),
                                        each.what(),
                                        each.doneOn() == null
                                                ? t.by(each.dueOn(), today)
                                                : t.say("coalition.owed.done", each.doneOn()),
                                        each.doneOn() != null))
                                .toList(),
                        queries.findMeetings(id, today).stream()
                                .map(each -> meeting(id, each, today, t))
                                .toList(),
                        queries.findPositions(id).stream()
                                .map(each -> position(id, each, t))
                                .toList(),
                        queries.findActs(id).stream()
                                .map(each -> new CoalitionActPart(
                                        CoalitionPage.url(id) + "/acts/"
                                                + each.id().value(),
                                        t.date(each.happenedOn()),
                                        each.what(),
                                        each.ourPart().isEmpty() ? null : each.ourPart()))
                                .toList(),
                        elsewhere(it, t),
                        it.leftOn() != null,
                        CoalitionForm.openSeats(seats, null, t),
                        follows ? form : null));
    }

    private JointRealisations elsewhere(CoalitionRow it, Words t) {
        List<JointRealisationRow> found = queries.findRealisationsElsewhere(it);
        return new JointRealisations(
                found.stream()
                        .limit(CoalitionQueries.SHOWN_REALISATIONS)
                        .map(row -> new JointRealisation(
                                "/plan/realisation/" + row.id().value(), row.title(), t.date(row.endsOn())))
                        .toList(),
                found.size() > CoalitionQueries.SHOWN_REALISATIONS
                        ? "/plan/realisation?organisation=" + it.organisation().value()
                        : null);
    }

    private @Nullable String line(CoalitionRow it) {
        ActionId id = it.line();
        PlanLine line = id == null ? null : plans.findLinesById(List.of(id)).get(id);
        return line == null ? null : line.label();
    }

    private static String lead(CoalitionRow it, Words t) {
        String kind = t.say(it.concerned() ? "coalition.of-the-concerned" : "coalition.allied");
        return it.joinedOn() == null && it.leftOn() == null
                ? kind
                : kind + " · " + t.period(it.joinedOn(), it.leftOn());
    }

    private static SeatPart seat(CoalitionSeatRow row, LocalDate today, Words t) {
        String holder = row.holderName() == null ? t.say("coalition.nobody-sits") : row.holderName();
        List<String> detail = new ArrayList<>();
        detail.add(t.say("coalition.hours", t.hours(row.hoursAYear())));
        detail.add(
                row.endedOn() == null
                        ? t.say("coalition.review", row.reviewOn())
                        : t.say("coalition.seat.ended", row.endedOn()));
        return new SeatPart(
                CoalitionPage.url(row.coalition()) + "/seats/" + row.id().value(),
                row.title(),
                row.substituteName() == null ? holder : t.say("coalition.seat.who", holder, row.substituteName()),
                row.mandate(),
                String.join(" · ", detail),
                row.endedOn() == null && row.reviewOn().isBefore(today),
                row.power().tone(),
                t.say(row.power().key()),
                row.endedOn() != null);
    }

    private static MeetingPart meeting(CoalitionId id, CoalitionMeetingRow row, LocalDate today, Words t) {
        String day = t.dayAndDate(row.heldOn());
        return new MeetingPart(
                CoalitionPage.url(id, row.id()),
                row.title(),
                row.seatTitle() == null || row.seatTitle().equals(row.title()) ? day : day + " · " + row.seatTitle(),
                row.url().isEmpty() ? null : row.url(),
                row.outcome().isEmpty() ? null : row.outcome(),
                row.ourPart().isEmpty() ? null : row.ourPart(),
                row.minutes() == null ? null : CoalitionPage.file(row.minutes()),
                row.isUntold(),
                row.isUntold() && row.heldOn().isBefore(today));
    }

    private static PositionPart position(CoalitionId id, CoalitionPositionRow row, Words t) {
        List<String> detail = new ArrayList<>(
                List.of(t.date(row.takenOn()), row.seat(), t.say(row.power().key())));
        if (row.consultedOn() != null) {
            detail.add(t.say("coalition.consulted", row.consultedOn(), row.consulted()));
        }
        return new PositionPart(
                CoalitionPage.url(id) + "/positions/" + row.id(),
                row.title(),
                String.join(" · ", detail),
                row.mandate());
    }

    @PostMapping("/seats/{seat}/end")
    ModelAndView endSeat(@PathVariable CoalitionId id, @PathVariable CoalitionSeatId seat) {
        service.setSeatEnded(seat, true);
        return SeeOther.to(CoalitionPage.url(id))
                .withNotice("coalition.seat.given-up")
                .withUndo(CoalitionPage.url(id) + "/seats/" + seat.value() + "/resume");
    }

    @PostMapping("/seats/{seat}/resume")
    ModelAndView resumeSeat(@PathVariable CoalitionId id, @PathVariable CoalitionSeatId seat) {
        service.setSeatEnded(seat, false);
        return saved(id);
    }

    private static ModelAndView saved(CoalitionId id) {
        return SeeOther.to(CoalitionPage.url(id)).withNotice("coalition.saved");
    }

    private record OwedInput(String what, LocalDate dueOn) {}

    @PostMapping("/contributions")
    ModelAndView owe(@PathVariable CoalitionId id, Form form, Words t) {
        return form.submit(
                answers -> new OwedInput(answers.get(CoalitionForm.OWED), answers.get(CoalitionForm.DUE)),
                input -> {
                    service.addContribution(id, input.what(), input.dueOn());
                    return saved(id);
                },
                () -> page(id, form, t));
    }

    @PostMapping("/contributions/{contribution}/done")
    ModelAndView done(@PathVariable CoalitionId id, @PathVariable UUID contribution) {
        service.setContributionDone(contribution, true);
        return SeeOther.to(CoalitionPage.url(id))
                .withNotice("coalition.owed.given")
                .withUndo(CoalitionPage.url(id) + "/contributions/" + contribution + "/open");
    }

    @PostMapping("/contributions/{contribution}/open")
    ModelAndView undone(@PathVariable CoalitionId id, @PathVariable UUID contribution) {
        service.setContributionDone(contribution, false);
        return saved(id);
    }

    @PostMapping("/contributions/{contribution}/remove")
    ModelAndView removeContribution(@PathVariable CoalitionId id, @PathVariable UUID contribution) {
        service.removeContribution(id, contribution);
        return SeeOther.to(CoalitionPage.url(id)).withNotice("coalition.owed.removed");
    }

    private record PositionInput(CoalitionSeatId seat, CoalitionPositionFacts facts) {}

    @PostMapping("/positions")
    ModelAndView takePosition(@PathVariable CoalitionId id, Form form, Words t) {
        return form.submit(
                answers -> new PositionInput(
                        new CoalitionSeatId(answers.id(CoalitionForm.SEAT)), CoalitionForm.readPosition(answers)),
                input -> {
                    service.addPosition(input.seat(), input.facts());
                    return saved(id);
                },
                () -> page(id, form, t));
    }

    @PostMapping("/positions/{position}/remove")
    ModelAndView removePosition(@PathVariable CoalitionId id, @PathVariable UUID position) {
        service.removePosition(id, position);
        return SeeOther.to(CoalitionPage.url(id)).withNotice("coalition.position.removed");
    }

    private record CoalitionActInput(LocalDate day, String what, String ourPart) {}

    @PostMapping("/acts")
    ModelAndView addAct(@PathVariable CoalitionId id, Form form, Words t) {
        return form.submit(
                answers -> new CoalitionActInput(
                        answers.get(CoalitionForm.DAY),
                        answers.get(CoalitionForm.WHAT),
                        answers.textOrEmpty(CoalitionForm.OUR_PART)),
                input -> {
                    service.addAct(id, input.day(), input.what(), input.ourPart());
                    return saved(id);
                },
                () -> page(id, form, t));
    }

    @PostMapping("/acts/{act}/remove")
    ModelAndView removeAct(@PathVariable CoalitionId id, @PathVariable CoalitionActId act, Words t) {
        service.removeAct(id, act, t.say("coalition.act.removed"));
        return SeeOther.to(CoalitionPage.url(id)).withNotice("coalition.act.removed");
    }
}
