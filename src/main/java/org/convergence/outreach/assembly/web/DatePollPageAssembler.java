package org.convergence.outreach.assembly.web;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.DatePoll;
import org.convergence.outreach.assembly.domain.DatePoll.AskedPerson;
import org.convergence.outreach.assembly.domain.DatePoll.DateAnswer;
import org.convergence.outreach.assembly.domain.DatePoll.DatePollId;
import org.convergence.outreach.assembly.domain.DatePollLetterSender;
import org.convergence.outreach.assembly.domain.DatePollPolicy;
import org.convergence.outreach.assembly.domain.DatePollPolicy.DateCount;
import org.convergence.outreach.assembly.domain.DatePollService;
import org.convergence.outreach.assembly.web.DatePollPage.AskedPersonRow;
import org.convergence.outreach.assembly.web.DatePollPage.DateCell;
import org.convergence.outreach.assembly.web.DatePollPage.ProposedDate;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the pages of questions about dates. */
@Component
record DatePollPageAssembler(DatePollService polls, DatePollLetterSender letters) {

    static String url(DatePollId id) {
        return AssemblyUrls.DATES + "/" + id.value();
    }

    DatePollPage assemble(DatePollId id, Form form, Words t) {
        DatePoll poll = polls.findById(id);
        List<AskedPerson> people = polls.findPeople(id);
        List<DateCount> counts = DatePollPolicy.count(people, poll.dates().size());
        Set<Integer> best = DatePollPolicy.findBest(counts);
        Map<UUID, LetterStatus> statuses = letters.findStatuses(people);
        boolean isOpen = poll.meeting() == null;
        boolean isSilent = people.stream().anyMatch(each -> each.answers() == null);
        return new DatePollPage(
                url(id),
                poll.name(),
                poll.bodyName(),
                AssemblyUrls.body(poll.body().value()),
                places(poll),
                IntStream.range(0, poll.dates().size())
                        .mapToObj(each -> new ProposedDate(
                                String.valueOf(each),
                                describe(poll.dates().get(each), t),
                                count(counts.get(each), t),
                                best.contains(each)))
                        .toList(),
                people.stream().map(each -> row(each, poll, statuses, t)).toList(),
                isOpen
                        ? null
                        : AssemblyUrls.meeting(
                                Objects.requireNonNull(poll.meeting()).value()),
                isOpen && CurrentActor.get().may(AssemblyPermissions.PREPARE),
                isOpen && isSilent && CurrentActor.get().may(AssemblyPermissions.CONVENE)
                        ? t.say(statuses.isEmpty() ? "assembly.dates.ask" : "assembly.dates.ask-again")
                        : null,
                form);
    }

    private static String count(DateCount count, Words t) {
        return t.say("assembly.dates.count", count.yes(), count.ifNeeded(), count.no());
    }

    private static AskedPersonRow row(AskedPerson person, DatePoll poll, Map<UUID, LetterStatus> statuses, Words t) {
        List<DateAnswer> answers = person.answers();
        LetterStatus status = answers == null ? statuses.get(person.id()) : null;
        return new AskedPersonRow(
                person.name(),
                IntStream.range(0, poll.dates().size())
                        .mapToObj(each -> cell(answers == null ? null : answers.get(each), t))
                        .toList(),
                status == null ? null : LetterFormatter.stateWithDetail(status, t),
                url(poll.id()) + "/answers/" + person.id());
    }

    private static DateCell cell(@Nullable DateAnswer answer, Words t) {
        if (answer == null) {
            return new DateCell(Tone.AHEAD, t.say("assembly.reply.none"));
        }
        return new DateCell(
                switch (answer) {
                    case YES -> Tone.OK;
                    case IF_NEEDED -> Tone.ACTIVE;
                    case NO -> Tone.REST;
                },
                t.say("assembly.dates.answer." + answer));
    }

    static List<String> places(DatePoll poll) {
        return Stream.of(poll.place(), poll.online()).filter(Objects::nonNull).toList();
    }

    static List<String> describe(DatePoll poll, Words t) {
        return poll.dates().stream().map(each -> describe(each, t)).toList();
    }

    static String describe(LocalDateTime date, Words t) {
        return t.dayAndDate(date.toLocalDate()) + ", " + t.time(date.toLocalTime());
    }

    static List<Option> answers(Words t) {
        return Arrays.stream(DateAnswer.values())
                .map(each -> Option.of(each, t.say("assembly.dates.answer." + each)))
                .toList();
    }

    static Form toForm(AskedPerson person) {
        Form form = Form.blank();
        List<DateAnswer> answers = person.answers();
        if (answers != null) {
            IntStream.range(0, answers.size()).forEach(each -> form.with("date" + each, answers.get(each)));
        }
        return form;
    }
}
