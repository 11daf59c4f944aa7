package org.convergence.resources.relay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobFormatter;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.WorkProgress;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.convergence.resources.relay.ImpactPermissions;
import org.convergence.resources.relay.domain.LeafletPeriod;
import org.convergence.resources.relay.domain.LeafletQueries;
import org.convergence.resources.relay.domain.LeafletService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the list of leaflets and the preview. */
@Component
class ImpactPageAssembler {

    private static final int SHOWN = 100;
    private static final int RUNS = 20;

    private final LeafletQueries list;
    private final JobRunQueries jobs;
    private final RecipientWords recipientWords;

    ImpactPageAssembler(LeafletQueries list, JobRunQueries jobs, RecipientWords recipientWords) {
        this.list = list;
        this.jobs = jobs;
        this.recipientWords = recipientWords;
    }

    ModelAndView list(Form form, LeafletPeriod span, Words t) {
        LeafletQueries.LeafletCounts tally = list.count(span);
        ListSlice<LeafletQueries.MemberLeafletRow> slice = ListSlice.of(
                list.findPage(span, form.filled("after") ? form.value("after") : null, SHOWN + 1),
                SHOWN,
                LeafletQueries.MemberLeafletRow::position);
        boolean makes = CurrentActor.get().may(ImpactPermissions.MAKE);
        PageAddress here = ImpactUrls.home(span);
        String next = slice.next();
        List<JobView> runs = jobs.findLatest(LeafletService.WORK, RUNS);
        return PageView.of(
                "resources/relay/relay",
                new ImpactPage(
                        form,
                        t.say("relay.lead", tally.members(), tally.made(), t.period(span.from(), span.to())),
                        slice.rows().stream()
                                .map(line -> row(line, span, makes, t))
                                .toList(),
                        work(runs, t),
                        halted(runs),
                        outcome(runs, span, t),
                        tally.made() == 0
                                ? null
                                : ImpactUrls.of(ImpactUrls.HOME + "/all.zip", span)
                                        .toString(),
                        makes,
                        form.filled("after") ? here.toString() : null,
                        next == null ? null : here.with("after", next).toString()));
    }

    private static @Nullable WorkProgress work(List<JobView> runs, Words t) {
        return runs.stream()
                .filter(run -> run.state().isActive())
                .map(run -> JobFormatter.progress(run, t))
                .findFirst()
                .orElse(null);
    }

    /** The address of the latest run, if it stopped and can be resumed. */
    private static @Nullable String halted(List<JobView> runs) {
        return runs.stream()
                .limit(1)
                .filter(JobView::canResume)
                .map(run -> "/platform/jobs/" + run.id())
                .findFirst()
                .orElse(null);
    }

    /** The result of the latest run for this period. */
    private static @Nullable String outcome(List<JobView> runs, LeafletPeriod span, Words t) {
        return runs.stream()
                .map(JobView::result)
                .filter(Objects::nonNull)
                .map(result -> result.as(LeafletService.LeafletRunOutcome.class))
                .filter(result -> result.span().equals(span))
                .findFirst()
                .map(result -> t.say("relay.outcome", result.made(), result.same())
                        + (result.silenced() == 0 ? "" : " " + t.say("relay.outcome.silenced", result.silenced())))
                .orElse(null);
    }

    private ImpactPage.ImpactRow row(LeafletQueries.MemberLeafletRow line, LeafletPeriod span, boolean makes, Words t) {
        LeafletQueries.LeafletFile made = line.made();
        UUID id = line.organisation().value();
        String shortName = line.shortName();
        return new ImpactPage.ImpactRow(
                line.name(),
                shortName == null ? "" : shortName,
                PartyUrls.of(line.organisation()),
                made == null ? Tone.AHEAD : Tone.OK,
                made == null
                        ? t.say("relay.state.none")
                        : t.say("relay.state.made", t.dateTime(made.at()), t.languageName(made.language())),
                made == null || made.silenced() == 0 ? "" : t.say("relay.silenced", made.silenced()),
                makes ? ImpactUrls.preview(id, span).toString() : null,
                made == null ? null : "/platform/document/" + made.document().value());
    }

    ModelAndView preview(UUID organisation, LeafletPeriod span, LeafletService.LeafletPreview preview, Words t) {
        Words spoken = recipientWords.forLanguage(preview.language());
        PageAddress here = ImpactUrls.preview(organisation, span);
        List<String> notes = new ArrayList<>();
        if (preview.more() > 0) {
            notes.add(t.say("relay.preview.more", preview.more()));
        }
        if (preview.silenced() > 0) {
            notes.add(t.say("relay.preview.silenced", preview.silenced()));
        }
        return PageView.of(
                "resources/relay/preview",
                new LeafletPreviewPage(
                        preview.member(),
                        PartyUrls.of(new OrganisationId(organisation)),
                        t.capital(t.period(span.from(), span.to())),
                        Language.SPOKEN.stream()
                                .map(code -> new Tab(
                                        t.capital(t.languageName(code)),
                                        here.with("language", code).toString(),
                                        code.equals(preview.language())))
                                .toList(),
                        notes,
                        PageRenderer.html(preview.paper(), spoken),
                        here.path(),
                        here.at(here.path() + "/preview.pdf")
                                .with("language", preview.language())
                                .toString(),
                        ImpactUrls.home(span).toString(),
                        preview.stands(),
                        preview.language(),
                        span.from().toString(),
                        span.to().toString()));
    }
}
