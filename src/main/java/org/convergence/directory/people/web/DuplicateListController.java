package org.convergence.directory.people.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.merging.DuplicateService;
import org.convergence.directory.people.domain.merging.MergeSubject;
import org.convergence.platform.access.Requires;
import org.convergence.platform.jobs.JobFormatter;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.WorkProgress;
import org.convergence.platform.text.TextParser;
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
record DuplicateListController(DuplicateService duplicates, JobRunQueries jobs, OrganisationSettings settings) {

    static final String ROOM = "/directory/people/duplicates";

    /** Strongest reason first. */
    private static final List<String> REASONS = List.of("MAIL", "PHONE", "NAME", "ALIKE");

    @GetMapping
    ModelAndView show(Form asked, Words t) {
        MergeSubject subject = subject(asked);
        String kind = kind(subject);
        return PageView.of(
                "directory/people/duplicates",
                new DuplicateListPage(
                        kind,
                        List.of(tab(MergeSubject.PERSON, subject, t), tab(MergeSubject.ORGANISATION, subject, t)),
                        t.say("people.duplicates.count", duplicates.countUndecided(subject)),
                        duplicates.findUndecided(subject).stream()
                                .map(each -> proposed(each, subject, t))
                                .toList(),
                        work(t)));
    }

    @PostMapping("/look")
    ModelAndView startSearch(Form form) {
        duplicates.startSearch();
        return SeeOther.to(address(subject(form))).withNotice("people.duplicates.looking");
    }

    @PostMapping("/apart")
    ModelAndView tellApart(Form form) {
        MergeSubject subject = subject(form);
        UUID one = TextParser.id(form.value("one")).orElse(null);
        UUID other = TextParser.id(form.value("other")).orElse(null);
        if (one == null || other == null || one.equals(other)) {
            return SeeOther.to(address(subject));
        }
        duplicates.dismiss(subject, one, other);
        String undo = PageAddress.of(ROOM + "/apart/undo")
                .with("kind", kind(subject))
                .with("one", one.toString())
                .with("other", other.toString())
                .toString();
        return SeeOther.to(address(subject))
                .withNotice("people.duplicates.apart.said")
                .withUndo(undo);
    }

    @PostMapping("/apart/undo")
    ModelAndView mayBeOne(Form form) {
        UUID one = TextParser.id(form.value("one")).orElse(null);
        UUID other = TextParser.id(form.value("other")).orElse(null);
        if (one != null && other != null) {
            duplicates.undoDismissal(one, other);
        }
        return SeeOther.to(address(subject(form))).withNotice("people.duplicates.again");
    }

    private static MergeSubject subject(Form asked) {
        return asked.value("kind").equals("organisations") ? MergeSubject.ORGANISATION : MergeSubject.PERSON;
    }

    private static String kind(MergeSubject subject) {
        return subject == MergeSubject.PERSON ? "persons" : "organisations";
    }

    private static String address(MergeSubject subject) {
        return subject == MergeSubject.PERSON ? ROOM : ROOM + "?kind=organisations";
    }

    private static Tab tab(MergeSubject of, MergeSubject current, Words t) {
        return new Tab(t.say("people." + kind(of)), address(of), of == current);
    }

    private DuplicateListPage.DuplicatePair proposed(
            DuplicateService.DuplicateProposal each, MergeSubject subject, Words t) {
        String kind = kind(subject);
        List<String> why = REASONS.stream()
                .filter(each.reasons()::contains)
                .map(reason -> t.say("people.duplicates." + kind + "." + reason))
                .toList();
        return new DuplicateListPage.DuplicatePair(
                t.capital(t.list(why)),
                side(each.first(), kind, t),
                side(each.second(), kind, t),
                MergeForm.comparisonUrl(kind, each.first().id(), each.second().id(), address(subject)));
    }

    private DuplicateListPage.DuplicateRecord side(DuplicateService.DuplicateSide side, String kind, Words t) {
        List<String> lines = new ArrayList<>(side.ties());
        lines.addAll(side.reached());
        return new DuplicateListPage.DuplicateRecord(
                side.id().toString(),
                side.name(),
                MergeForm.url(kind, side.id()),
                lines,
                t.say(
                        "people.duplicates.since",
                        OffsetDateTime.parse(side.since())
                                .atZoneSameInstant(settings.current().zone())
                                .toLocalDate()));
    }

    private @Nullable WorkProgress work(Words t) {
        return jobs.findLatest(DuplicateService.WORK, 1).stream()
                .filter(run -> run.state().isActive())
                .map((JobView run) -> JobFormatter.progress(run, t))
                .findFirst()
                .orElse(null);
    }
}
