package org.convergence.education.internship.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.CohortPolicy.InternBlock;
import org.convergence.education.internship.domain.CohortService;
import org.convergence.education.internship.domain.CohortService.Intern;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.education.internship.domain.InternshipLetterSender;
import org.convergence.education.internship.domain.InterviewService;
import org.convergence.education.internship.domain.ReaderInvitationService;
import org.convergence.education.internship.domain.ReaderInvitationService.CallReader;
import org.convergence.education.internship.domain.ReturnActivityService;
import org.convergence.education.internship.domain.ReturnActivityService.ReturnTotals;
import org.convergence.education.internship.domain.SelectionPolicy;
import org.convergence.education.internship.web.InternshipPage.AnswerLetters;
import org.convergence.education.internship.web.InternshipPage.FileRow;
import org.convergence.education.internship.web.InternshipPage.InternshipFact;
import org.convergence.education.internship.web.InternshipPage.ReadersPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Assembles the page of a call: its files before the decision, its cohort after it. */
@Component
record InternshipPageAssembler(
        InternshipCallService calls,
        InternshipLetterSender letterSender,
        CohortService cohorts,
        StayPartAssembler stays,
        ReturnActivityService activities,
        ReaderInvitationService invitations,
        HostPartAssembler hosts,
        InterviewService interviews,
        PeopleDirectory people,
        OrganisationSettings settings) {

    /** The answers of the committee, in the order of their letters. */
    static final List<InternshipFileState> ANSWERS =
            List.of(InternshipFileState.CHOSEN, InternshipFileState.RESERVE, InternshipFileState.NOT_RETAINED);

    InternshipPage assemble(InternshipCallId id, Words t) {
        InternshipCall call = calls.findById(id);
        boolean isDecided = call.state() == InternshipCallState.DECIDED;
        boolean mayEdit = CurrentActor.get().may(InternshipPermissions.EDIT);
        List<InternshipFile> files = calls.findFiles(id);
        boolean named = calls.maySeeNames(call);
        List<InternshipCriterion> criteria = calls.findCriteria(id);
        int most = criteria.stream().mapToInt(InternshipCriterion::most).sum();
        LocalDate today = settings.today();
        boolean hasSeat = call.places()
                > files.stream()
                        .filter(each -> each.state() == InternshipFileState.CHOSEN)
                        .count();
        InternshipStay stay = calls.findStay(call);
        var held = mayEdit && !isDecided ? interviews.findByCall(id) : null;
        return new InternshipPage(
                InternshipPage.url(id),
                call.title(t),
                call.state().tone(),
                t.say(stateKey(call, today)),
                call.destination() + " · " + t.period(stay.startsOn(), stay.endsOn()),
                call.state() == InternshipCallState.DRAFT ? null : PublicCallController.url(id),
                facts(call, t),
                criteria.stream()
                        .map(each -> t.say("internship.criterion.points", each.name(t), each.most()))
                        .toList(),
                isDecided
                        ? List.of()
                        : files.stream()
                                .map(each -> InterviewController.row(row(each, named, most, t), each, held, t))
                                .toList(),
                mayEdit && call.state() == InternshipCallState.PUBLISHED ? readers(id, t) : null,
                isDecided && mayEdit ? letters(call, files, t) : List.of(),
                isDecided && mayEdit
                        ? letterSender.findUntold(id).stream()
                                .map(each -> row(each, named, "/told", t))
                                .toList()
                        : List.of(),
                isDecided
                        ? cohorts.findInterns(id).stream()
                                .map(each -> row(each, named, t))
                                .toList()
                        : List.of(),
                isDecided
                        ? files.stream()
                                .filter(each -> each.state() == InternshipFileState.RESERVE)
                                .map(each -> row(each, named, mayEdit && hasSeat ? "/promote" : "", t))
                                .toList()
                        : List.of(),
                isDecided ? totals(activities.findTotals(id), t) : null,
                isDecided && mayEdit ? Form.named("mission").with("mission", call.mission()) : null,
                isDecided && mayEdit
                        ? calls.findDepartures().stream()
                                .map(each -> Option.of(
                                        each.id(), each.title() + " · " + t.period(each.startsOn(), each.endsOn())))
                                .toList()
                        : List.of(),
                call.mission() == null ? null : "/safety/mission/" + call.mission(),
                stays.assemble(call, t),
                hosts.assemble(call, t),
                call.state() == InternshipCallState.DRAFT,
                mayEdit && call.state() == InternshipCallState.PUBLISHED && today.isAfter(call.closesOn()),
                mayEdit);
    }

    /** Message key of the state of a call today: open only between its days. */
    static String stateKey(InternshipCall call, LocalDate today) {
        return call.isOpen(today) ? "internship.state.OPEN" : call.state().key();
    }

    private ReadersPart readers(InternshipCallId id, Words t) {
        List<CallReader> readers = invitations.findReaders(id);
        return new ReadersPart(readers.stream().map(each -> row(each, id, t)).toList(), (int)
                readers.stream().filter(CallReader::isWithoutLink).count());
    }

    private static FileRow row(CallReader reader, InternshipCallId call, Words t) {
        String way = reader.hasAccount()
                ? "account"
                : reader.mail() == null ? "nothing" : reader.hasLink() || reader.isOnItsWay() ? "link" : "mail";
        String said = t.say("internship.reader." + way);
        boolean isDone = reader.files() > 0 && reader.done() == reader.files();
        return new FileRow(
                reader.name(),
                null,
                reader.letter() == null ? said : said + " · " + LetterFormatter.stateWithDetail(reader.letter(), t),
                reader.isUnreachable() ? Tone.WARN : isDone ? Tone.OK : Tone.REST,
                t.say("internship.reader.done", reader.done(), reader.files()),
                way.equals("link") ? InternshipPage.url(call) + "/readers/" + reader.id() + "/revoke" : null);
    }

    private List<InternshipFact> facts(InternshipCall call, Words t) {
        List<InternshipFact> facts = new ArrayList<>();
        List<PersonId> readers = calls.findReaders(call.id());
        Map<PersonId, PersonName> names =
                people.personNames(Stream.concat(readers.stream(), Stream.ofNullable(call.responsible()))
                        .toList());
        facts.add(fact("internship.fact.open", t.period(call.opensOn(), call.closesOn()), t));
        facts.add(fact("internship.field.decides-on", t.dayAndDate(call.decidesOn()), t));
        facts.add(fact("internship.field.places", places(call, t), t));
        facts.add(fact(
                "internship.field.readers",
                readers.isEmpty() ? t.say("internship.nobody") : t.list(names(readers, names)),
                t));
        facts.add(fact(
                "internship.field.responsible",
                call.responsible() == null
                        ? t.say("internship.nobody")
                        : t.list(names(List.of(call.responsible()), names)),
                t));
        facts.add(fact("internship.field.contact", call.contact(), t));
        facts.add(fact(
                "internship.fact.return",
                t.say("internship.fact.return.text", call.returnActivities(), call.returnBy()),
                t));
        if (call.decidedOn() != null) {
            facts.add(fact(
                    "internship.fact.decided",
                    t.say(
                            "internship.fact.decided.text",
                            call.decidedOn(),
                            call.received() == null ? 0 : call.received()),
                    t));
        }
        if (call.decisionNote() != null) {
            facts.add(fact("internship.field.note", call.decisionNote(), t));
        }
        return facts;
    }

    private String places(InternshipCall call, Words t) {
        List<String> quotas = calls.findQuotas(call.id()).stream()
                .map(each -> t.say("internship.quota", each.seats(), each.name()))
                .toList();
        return quotas.isEmpty()
                ? t.number(call.places())
                : t.say("internship.places.reserved", call.places(), t.list(quotas));
    }

    private static List<String> names(List<PersonId> ids, Map<PersonId, PersonName> names) {
        return ids.stream()
                .flatMap(each -> Stream.ofNullable(names.get(each)))
                .map(PersonName::name)
                .toList();
    }

    static InternshipFact fact(String label, String text, Words t) {
        return new InternshipFact(t.say(label), text);
    }

    /** The name of a file: its number alone, where names are not to be seen. */
    static String name(InternshipFile file, boolean named, Words t) {
        String number = t.say("internship.file", file.number());
        return named ? number + " · " + file.name() : number;
    }

    static FileRow row(InternshipFile file, boolean named, int most, Words t) {
        List<String> detail = new ArrayList<>();
        if (named && !file.unionName().isEmpty()) {
            detail.add(file.unionName());
        }
        if (file.state() == InternshipFileState.SUBMITTED) {
            detail.add(t.say("internship.readings", file.readings(), SelectionPolicy.READERS));
        }
        Integer lowest = file.lowest();
        Integer highest = file.highest();
        if (lowest != null && highest != null) {
            detail.add(t.say("internship.total", lowest + highest, 2 * most, lowest, highest));
            if (SelectionPolicy.isDiscussed(lowest, highest, most)) {
                detail.add(t.say("internship.discussed"));
            }
        }
        return new FileRow(
                name(file, named, t),
                null,
                String.join(" · ", detail),
                file.state().tone(),
                t.say(file.state().key()),
                null);
    }

    private List<AnswerLetters> letters(InternshipCall call, List<InternshipFile> files, Words t) {
        List<AnswerLetters> letters = new ArrayList<>();
        for (InternshipFileState answer : ANSWERS) {
            long untold = files.stream()
                    .filter(each -> each.state() == answer && each.toldOn() == null)
                    .count();
            if (untold > 0) {
                letters.add(new AnswerLetters(
                        t.say("internship.letters." + answer, untold),
                        InternshipPage.url(call.id()) + "/letters/" + answer));
            }
            String told = LetterFormatter.summaryWithDay(letterSender.summarize(call.id(), answer), t);
            if (!told.isEmpty()) {
                letters.add(new AnswerLetters(t.say("internship.letters.state." + answer, told), null));
            }
        }
        return letters;
    }

    private static FileRow row(Intern intern, boolean named, Words t) {
        InternshipFile file = intern.file();
        List<String> detail = new ArrayList<>();
        if (!file.unionName().isEmpty()) {
            detail.add(file.unionName());
        }
        detail.addAll(blocks(intern, t));
        return new FileRow(
                named ? file.name() : t.say("internship.file", file.number()),
                named ? InternshipPage.url(file.id()) : null,
                String.join(" · ", detail),
                intern.stage().tone(),
                t.say(intern.stage().key()),
                null);
    }

    /** What blocks an intern, with the first open gates by name. */
    static List<String> blocks(Intern intern, Words t) {
        return intern.blocks().stream()
                .map(each -> each == InternBlock.GATES_OPEN
                        ? t.say(each.key(), intern.open().size(), intern.open().get(0))
                        : t.say(each.key()))
                .toList();
    }

    private static FileRow row(InternshipFile file, boolean named, String act, Words t) {
        return new FileRow(
                named ? file.name() : t.say("internship.file", file.number()),
                null,
                file.unionName(),
                file.state().tone(),
                t.say(file.state().key()),
                act.isEmpty() ? null : InternshipPage.url(file.id()) + act);
    }

    private static String totals(ReturnTotals totals, Words t) {
        return t.say("internship.totals", totals.held(), totals.people(), totals.planned());
    }
}
