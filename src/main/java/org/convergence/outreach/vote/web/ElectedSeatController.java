package org.convergence.outreach.vote.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.GovernancePolicy;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.SeatOnDay;
import org.convergence.outreach.vote.domain.ElectionService;
import org.convergence.outreach.vote.domain.ElectionService.ElectedSeat;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VoteFormatter;
import org.convergence.outreach.vote.domain.VoteQueries;
import org.convergence.outreach.vote.web.VotePage.ElectedSeatsPage;
import org.convergence.outreach.vote.web.VotePage.ElectedSeatsPage.ElectedRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Those elected become mandates at seats, together: a name of the directory is filled in where one person has it. */
@Controller
@RequestMapping("/outreach/vote/votes/{id}/mandates")
@Requires(AssemblyPermissions.KEEP)
record ElectedSeatController(
        VoteQueries queries,
        ElectionService elections,
        MeetingQueries meetings,
        BodyQueries bodies,
        PeopleDirectory directory,
        PartyChooser chooser,
        OrganisationSettings settings) {

    private static final int SIMILAR = 5;

    private record SeatedPeople(
            List<ElectedSeat> elected,
            LocalDate since,
            @Nullable LocalDate until) {}

    private List<Candidate> findAwaited(Vote vote) {
        return ElectionService.findAwaited(queries.findByMeeting(vote.meeting()).candidatesOf(vote.id()));
    }

    @GetMapping
    ModelAndView open(@PathVariable VoteId id, Words t) {
        Vote vote = queries.findById(id);
        Form form = Form.blank().with("since", meetings.findById(vote.meeting()).day());
        List<BodySeat> seats = findSeats(vote);
        for (Candidate each : findAwaited(vote)) {
            String name = TextNormalizer.fold(each.name());
            List<PersonId> same = directory.findPeople(each.name(), SIMILAR).stream()
                    .filter(person -> TextNormalizer.fold(person.name()).equals(name))
                    .map(person -> person.id())
                    .toList();
            if (same.size() == 1) {
                form.with("person-" + each.id(), same.get(0).value());
                findHeld(seats, same.get(0))
                        .ifPresent(held ->
                                form.with("seat-" + each.id(), held.seat().id()));
            }
        }
        return page(vote, form, t);
    }

    private ModelAndView page(Vote vote, Form form, Words t) {
        List<BodySeat> seats = findSeats(vote);
        return PageView.of(
                "outreach/vote/elected",
                new ElectedSeatsPage(
                        VotePageAssembler.url(vote.id()),
                        VoteFormatter.formatText(vote, t),
                        findAwaited(vote).stream()
                                .map(each -> new ElectedRow(
                                        each.name(),
                                        "seat-" + each.id(),
                                        chooser.persons(form, "person-" + each.id(), 1, List.of()),
                                        TextParser.id(form.value("person-" + each.id()))
                                                .flatMap(person -> findHeld(seats, new PersonId(person)))
                                                .map(held -> t.say("vote.seat.held", held.label(t), held.since()))
                                                .orElse(null)))
                                .toList(),
                        seats.stream()
                                .map(each -> Option.of(
                                        each.seat().id(), t.say("vote.seat.option", each.label(t), each.holderName(t))))
                                .toList(),
                        form));
    }

    /** A seat of a body, today or on the day of an assembly that is still to come. */
    private record BodySeat(String body, SeatOnDay seat) {

        String label(Words t) {
            return t.say("vote.seat.label", body, seat.label().isEmpty() ? t.say("vote.seat.unnamed") : seat.label());
        }

        String holderName(Words t) {
            return seat.holder() == null
                    ? t.say("vote.seat.vacant")
                    : seat.holder().name();
        }

        LocalDate since() {
            return seat.holder() == null ? seat.since() : seat.holder().since();
        }
    }

    private List<BodySeat> findSeats(Vote vote) {
        LocalDate day = meetings.findById(vote.meeting()).day();
        LocalDate today = settings.today();
        return bodies.findAll().stream()
                .flatMap(body -> bodies.findSeats(body.typedId(), day.isAfter(today) ? day : today).stream()
                        .map(seat -> new BodySeat(body.name(), seat)))
                .toList();
    }

    private static Optional<BodySeat> findHeld(List<BodySeat> seats, PersonId person) {
        return seats.stream()
                .filter(each -> each.seat().holder() != null
                        && each.seat().holder().person().equals(person))
                .findFirst();
    }

    @PostMapping
    ModelAndView seat(@PathVariable VoteId id, Form form, Words t) {
        Vote vote = queries.findById(id);
        return form.submit(
                answers -> read(vote, form, answers),
                input -> {
                    elections.seat(id, input.elected(), input.since(), input.until());
                    return SeeOther.to(VotePageAssembler.url(id))
                            .withNotice(
                                    "vote.seated",
                                    input.elected().size(),
                                    input.since().plusDays(GovernancePolicy.REGISTRAR_DAYS));
                },
                () -> page(vote, form, t));
    }

    /** Those whose seat was chosen; the others wait. */
    private SeatedPeople read(Vote vote, Form form, FormValues answers) {
        List<ElectedSeat> elected = new ArrayList<>();
        for (Candidate each : findAwaited(vote)) {
            UUID seat = answers.optionalId("seat-" + each.id());
            String field = "person-" + each.id();
            PersonId person = chooser.chosenPersons(form, field, 1).first();
            if (seat != null && person == null && form.problem(field) == null) {
                answers.reject(field, "shell.form.required");
            }
            if (seat != null && person != null) {
                elected.add(new ElectedSeat(each.id(), person, seat));
            }
        }
        LocalDate since = answers.date("since");
        LocalDate until = answers.optionalDate("until");
        if (until != null && until.isBefore(since)) {
            answers.reject("until", "vote.refused.seat-until");
        }
        return new SeatedPeople(elected, since, until);
    }
}
