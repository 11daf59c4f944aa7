package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.DatePoll;
import org.convergence.outreach.assembly.domain.DatePoll.AskedPerson;
import org.convergence.outreach.assembly.domain.DatePoll.DateAnswer;
import org.convergence.outreach.assembly.domain.DatePoll.DatePollFacts;
import org.convergence.outreach.assembly.domain.DatePoll.DatePollId;
import org.convergence.outreach.assembly.domain.DatePollLetterSender;
import org.convergence.outreach.assembly.domain.DatePollService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks the seats of a body which of some dates suit them, and makes the meeting of one. */
@Controller
@RequestMapping("/outreach/assembly/dates")
@Requires(AssemblyPermissions.PREPARE)
record DatePollController(
        DatePollService polls,
        DatePollLetterSender letters,
        DatePollPageAssembler pages,
        BodyQueries bodies,
        LetterStatusService statuses) {

    private record DatePollInput(BodyId body, DatePollFacts facts) {}

    @GetMapping("/new")
    ModelAndView ask(Form asked) {
        Form form = Form.blank().with("body", asked.value("body"));
        places().forEach(each -> form.with("begins" + each, "19:00"));
        return page(form);
    }

    @PostMapping("/new")
    ModelAndView asked(Form form) {
        return form.submit(
                answers -> new DatePollInput(new BodyId(answers.id("body")), read(form, answers)),
                asked -> SeeOther.to(DatePollPageAssembler.url(polls.create(asked.body(), asked.facts())))
                        .withNotice("assembly.dates.created"),
                () -> page(form));
    }

    private static DatePollFacts read(Form form, FormValues answers) {
        List<LocalDateTime> dates = new ArrayList<>();
        places().forEach(each -> {
            LocalDate day = answers.optionalDate("day" + each);
            if (day != null) {
                dates.add(day.atTime(TimeOfDayField.readRequired(form, "begins" + each)));
            }
        });
        return new DatePollFacts(
                answers.optionalText("title", 200),
                answers.optionalText("place", 300),
                MeetingForm.readOnline(form, answers),
                dates);
    }

    private static Stream<Integer> places() {
        return IntStream.rangeClosed(1, DatePoll.MOST_DATES).boxed();
    }

    private ModelAndView page(Form form) {
        var frame = new AssemblyFormPage(
                "assembly.dates.new",
                null,
                AssemblyUrls.DATES + "/new",
                AssemblyUrls.HOME,
                form,
                null,
                null,
                List.of());
        List<Option> options = bodies.findAll().stream()
                .filter(body -> body.endedOn() == null)
                .map(body -> Option.of(body.typedId(), body.name()))
                .toList();
        return PageView.of("outreach/assembly/dates-form", new MeetingFormPage(frame, options, List.of(), false));
    }

    @GetMapping("/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable DatePollId id, Words t) {
        return PageView.of("outreach/assembly/dates", pages.assemble(id, Form.blank(), t));
    }

    /** Shows the letters to those who have not answered. */
    @GetMapping("/{id}/letters")
    @Requires(AssemblyPermissions.CONVENE)
    ModelAndView confirm(@PathVariable DatePollId id, Words t) {
        MailingPreview preview = letters.preview(id);
        return new MailingConfirmation(
                        t.say("assembly.dates.send", preview.letters().size()),
                        polls.findById(id).name(),
                        DatePollPageAssembler.url(id),
                        t.say("assembly.dates.send.lead"),
                        preview,
                        DatePollPageAssembler.url(id) + "/letters",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/{id}/letters")
    @Requires(AssemblyPermissions.CONVENE)
    ModelAndView send(@PathVariable DatePollId id) {
        return statuses.notePosted(
                SeeOther.to(DatePollPageAssembler.url(id)), "assembly.dates.queued", letters.send(id));
    }

    @GetMapping("/{id}/answers/{person}")
    ModelAndView note(@PathVariable DatePollId id, @PathVariable UUID person, Words t) {
        return answerPage(id, person, DatePollPageAssembler.toForm(find(id, person)), t);
    }

    @PostMapping("/{id}/answers/{person}")
    ModelAndView note(@PathVariable DatePollId id, @PathVariable UUID person, Form form, Words t) {
        int dates = polls.findById(id).dates().size();
        return form.submit(
                answers -> readAnswers(answers, dates),
                answers -> polls.note(id, person, answers),
                SeeOther.to(DatePollPageAssembler.url(id)).withNotice("assembly.reply.saved"),
                () -> answerPage(id, person, form, t));
    }

    /** The answers to all dates, in order. */
    static List<DateAnswer> readAnswers(FormValues answers, int dates) {
        return IntStream.range(0, dates)
                .mapToObj(each -> answers.choice("date" + each, DateAnswer.class))
                .toList();
    }

    private AskedPerson find(DatePollId id, UUID person) {
        return polls.findPeople(id).stream()
                .filter(each -> each.id().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("person"));
    }

    private ModelAndView answerPage(DatePollId id, UUID person, Form form, Words t) {
        DatePoll poll = polls.findById(id);
        return PageView.of(
                "outreach/assembly/dates-answer",
                new DateAnswerPage(
                        find(id, person).name(),
                        poll.name(),
                        DatePollPageAssembler.url(id),
                        DatePollPageAssembler.url(id) + "/answers/" + person,
                        List.of(),
                        DatePollPageAssembler.describe(poll, t),
                        DatePollPageAssembler.answers(t),
                        false,
                        null,
                        null,
                        form));
    }

    @PostMapping("/{id}/choose")
    ModelAndView choose(@PathVariable DatePollId id, Form form, Words t) {
        return form.submit(
                answers -> answers.wholeNumber("date", 0, DatePoll.MOST_DATES - 1),
                date -> {
                    List<LocalDateTime> dates = polls.findById(id).dates();
                    if (date >= dates.size()) {
                        throw new NotFound("date");
                    }
                    return SeeOther.to(AssemblyUrls.meeting(
                                    polls.choose(id, dates.get(date)).value()))
                            .withNotice("assembly.dates.chosen");
                },
                () -> PageView.of("outreach/assembly/dates", pages.assemble(id, form, t)));
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(@PathVariable DatePollId id, Form form, Words t) {
        return form.submit(
                answers -> id,
                each -> {
                    polls.delete(each);
                    return SeeOther.to(AssemblyUrls.HOME).withNotice("assembly.dates.deleted");
                },
                () -> PageView.of("outreach/assembly/dates", pages.assemble(id, form, t)));
    }
}
