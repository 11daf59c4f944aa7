package org.convergence.directory.people.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.merging.Duplicates;
import org.convergence.directory.people.domain.merging.Subject;
import org.convergence.platform.access.Requires;
import org.convergence.platform.jobs.JobBoard;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.jobs.JobWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Work;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The possible duplicates of the directory. */
@Controller
@RequestMapping("/directory/people/duplicates")
@Requires(PeoplePermissions.EDIT)
class DuplicatesController {

    static final String ROOM = "/directory/people/duplicates";

    /** Strongest reason first. */
    private static final List<String> REASONS = List.of("MAIL", "PHONE", "NAME", "ALIKE");

    private final Duplicates duplicates;
    private final JobBoard board;
    private final OrganisationSettings settings;

    DuplicatesController(Duplicates duplicates, JobBoard board, OrganisationSettings settings) {
        this.duplicates = duplicates;
        this.board = board;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(Form asked, Words t) {
        Subject subject = subject(asked);
        String kind = kind(subject);
        return Page.of(
                "directory/people/duplicates",
                new DuplicatesPage(
                        kind,
                        List.of(tab(Subject.PERSON, subject, t), tab(Subject.ORGANISATION, subject, t)),
                        t.say("people.duplicates.count", duplicates.waiting(subject)),
                        duplicates.proposed(subject).stream()
                                .map(each -> proposed(each, subject, t))
                                .toList(),
                        work(t)));
    }

    @PostMapping("/look")
    ModelAndView look(Form form) {
        duplicates.look();
        return Go.to(address(subject(form))).saying("people.duplicates.looking");
    }

    @PostMapping("/apart")
    ModelAndView tellApart(Form form) {
        Subject subject = subject(form);
        UUID one = Asked.id(form.value("one"));
        UUID other = Asked.id(form.value("other"));
        if (one == null || other == null || one.equals(other)) {
            return Go.to(address(subject));
        }
        duplicates.tellApart(subject, one, other);
        String undo = Address.of(ROOM + "/apart/undo")
                .with("kind", kind(subject))
                .with("one", one.toString())
                .with("other", other.toString())
                .toString();
        return Go.to(address(subject)).saying("people.duplicates.apart.said").undo(undo);
    }

    @PostMapping("/apart/undo")
    ModelAndView mayBeOne(Form form) {
        UUID one = Asked.id(form.value("one"));
        UUID other = Asked.id(form.value("other"));
        if (one != null && other != null) {
            duplicates.mayBeOne(one, other);
        }
        return Go.to(address(subject(form))).saying("people.duplicates.again");
    }

    private static Subject subject(Form asked) {
        return asked.value("kind").equals("organisations") ? Subject.ORGANISATION : Subject.PERSON;
    }

    private static String kind(Subject subject) {
        return subject == Subject.PERSON ? "persons" : "organisations";
    }

    private static String address(Subject subject) {
        return subject == Subject.PERSON ? ROOM : ROOM + "?kind=organisations";
    }

    private static Tab tab(Subject of, Subject current, Words t) {
        return new Tab(t.say("people." + kind(of)), address(of), of == current);
    }

    private DuplicatesPage.Proposed proposed(Duplicates.Proposal each, Subject subject, Words t) {
        String kind = kind(subject);
        List<String> why = REASONS.stream()
                .filter(each.reasons()::contains)
                .map(reason -> t.say("people.duplicates." + kind + "." + reason))
                .toList();
        return new DuplicatesPage.Proposed(
                t.capital(t.list(why)),
                side(each.first(), kind, t),
                side(each.second(), kind, t),
                ReplaceForms.comparing(kind, each.first().id(), each.second().id(), address(subject)));
    }

    private DuplicatesPage.Side side(Duplicates.Side side, String kind, Words t) {
        List<String> lines = new ArrayList<>(side.ties());
        lines.addAll(side.reached());
        return new DuplicatesPage.Side(
                side.id().toString(),
                side.name(),
                ReplaceForms.url(kind, side.id()),
                lines,
                t.say(
                        "people.duplicates.since",
                        OffsetDateTime.parse(side.since())
                                .atZoneSameInstant(settings.current().zone())
                                .toLocalDate()));
    }

    private @Nullable Work work(Words t) {
        return board.latest(Duplicates.WORK, 1).stream()
                .filter(run -> run.state().isActive())
                .map((JobView run) -> JobWork.of(run, t))
                .findFirst()
                .orElse(null);
    }
}
