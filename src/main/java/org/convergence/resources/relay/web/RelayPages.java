package org.convergence.resources.relay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobBoard;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.jobs.JobWork;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.Work;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.convergence.resources.relay.RelayPermissions;
import org.convergence.resources.relay.domain.LeafletList;
import org.convergence.resources.relay.domain.LeafletMaking;
import org.convergence.resources.relay.domain.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the list of leaflets and the preview. */
@Component
class RelayPages {

    private static final int SHOWN = 100;
    private static final int RUNS = 20;

    private final LeafletList list;
    private final JobBoard board;
    private final Speaking speaking;

    RelayPages(LeafletList list, JobBoard board, Speaking speaking) {
        this.list = list;
        this.board = board;
        this.speaking = speaking;
    }

    ModelAndView list(Form form, Span span, Words t) {
        LeafletList.Tally tally = list.tally(span);
        Slice<LeafletList.Line> slice = Slice.of(
                list.some(span, form.filled("after") ? form.value("after") : null, SHOWN + 1),
                SHOWN,
                LeafletList.Line::position);
        boolean makes = CurrentActor.get().may(RelayPermissions.MAKE);
        Address here = Urls.home(span);
        String next = slice.next();
        List<JobView> runs = board.latest(LeafletMaking.WORK, RUNS);
        return Page.of(
                "resources/relay/relay",
                new RelayPage(
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
                                : Urls.of(Urls.HOME + "/all.zip", span).toString(),
                        makes,
                        form.filled("after") ? here.toString() : null,
                        next == null ? null : here.with("after", next).toString()));
    }

    private static @Nullable Work work(List<JobView> runs, Words t) {
        return runs.stream()
                .filter(run -> run.state().isActive())
                .map(run -> JobWork.of(run, t))
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
    private static @Nullable String outcome(List<JobView> runs, Span span, Words t) {
        return runs.stream()
                .map(JobView::result)
                .filter(Objects::nonNull)
                .map(result -> result.as(LeafletMaking.Outcome.class))
                .filter(result -> result.span().equals(span))
                .findFirst()
                .map(result -> t.say("relay.outcome", result.made(), result.same())
                        + (result.silenced() == 0 ? "" : " " + t.say("relay.outcome.silenced", result.silenced())))
                .orElse(null);
    }

    private RelayPage.Row row(LeafletList.Line line, Span span, boolean makes, Words t) {
        LeafletList.Made made = line.made();
        UUID id = line.organisation().value();
        String shortName = line.shortName();
        return new RelayPage.Row(
                line.name(),
                shortName == null ? "" : shortName,
                PartyPage.of(line.organisation()),
                made == null ? Tone.AHEAD : Tone.OK,
                made == null
                        ? t.say("relay.state.none")
                        : t.say("relay.state.made", t.dateTime(made.at()), t.languageName(made.language())),
                made == null || made.silenced() == 0 ? "" : t.say("relay.silenced", made.silenced()),
                makes ? Urls.preview(id, span).toString() : null,
                made == null ? null : "/platform/document/" + made.document().value());
    }

    ModelAndView preview(UUID organisation, Span span, LeafletMaking.Preview preview, Words t) {
        Words spoken = speaking.to(preview.language());
        Address here = Urls.preview(organisation, span);
        List<String> notes = new ArrayList<>();
        if (preview.more() > 0) {
            notes.add(t.say("relay.preview.more", preview.more()));
        }
        if (preview.silenced() > 0) {
            notes.add(t.say("relay.preview.silenced", preview.silenced()));
        }
        return Page.of(
                "resources/relay/preview",
                new PreviewPage(
                        preview.member(),
                        PartyPage.of(new OrganisationId(organisation)),
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
                        Urls.home(span).toString(),
                        preview.stands(),
                        preview.language(),
                        span.from().toString(),
                        span.to().toString()));
    }
}
