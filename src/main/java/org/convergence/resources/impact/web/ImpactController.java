package org.convergence.resources.impact.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.jobs.JobFormatter;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.WorkProgress;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.impact.ImpactPermissions;
import org.convergence.resources.impact.domain.LeafletPeriod;
import org.convergence.resources.impact.domain.LeafletQueries;
import org.convergence.resources.impact.domain.LeafletService;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Leaflets of a period: listed, previewed for one member, made for all, downloaded. */
@Controller
@Requires(ImpactPermissions.READ)
record ImpactController(
        LeafletQueries list,
        LeafletService leaflets,
        LeafletPeriodForm period,
        JobRunQueries jobs,
        RecipientWords recipientWords,
        DocumentService documents) {

    private static final int SHOWN = 100;
    private static final int RUNS = 20;

    /** Sends bookmarks of the former address to the present one. */
    @GetMapping("/resources/relay/**")
    ModelAndView redirectFormerAddress(HttpServletRequest request) {
        String path = request.getRequestURI().replaceFirst("^/resources/relay/*", "/");
        String query = request.getQueryString();
        return SeeOther.to(ImpactPage.HOME + (path.equals("/") ? "" : path) + (query == null ? "" : "?" + query));
    }

    @GetMapping(ImpactPage.HOME)
    ModelAndView list(Form form, Words t) {
        try {
            return page(form, period.read(form), t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(page(form, period.reportedYear(), t));
        }
    }

    @PostMapping(ImpactPage.HOME + "/run")
    @Requires(ImpactPermissions.MAKE)
    ModelAndView makeAll(Form form, Words t) {
        return form.submit(
                answers -> period.read(form),
                span -> {
                    leaflets.makeAll(span);
                    return SeeOther.to(ImpactPage.home(span).toString()).withNotice("impact.run.begun");
                },
                () -> page(form, period.reportedYear(), t));
    }

    @GetMapping(ImpactPage.HOME + "/of/{organisation}")
    @Requires(ImpactPermissions.MAKE)
    ModelAndView preview(@PathVariable UUID organisation, Form form, Words t) {
        LeafletPeriod span = period.read(form);
        return previewPage(
                organisation, span, leaflets.preview(new OrganisationId(organisation), span, language(form)), t);
    }

    @PostMapping(ImpactPage.HOME + "/of/{organisation}")
    @Requires(ImpactPermissions.MAKE)
    ModelAndView make(@PathVariable UUID organisation, Form form) {
        LeafletPeriod span = period.read(form);
        boolean made = leaflets.make(new OrganisationId(organisation), span, language(form));
        return SeeOther.to(ImpactPage.home(span).toString()).withNotice(made ? "impact.made" : "impact.same");
    }

    @GetMapping(ImpactPage.HOME + "/of/{organisation}/preview.pdf")
    @Requires(ImpactPermissions.MAKE)
    ResponseEntity<Resource> file(@PathVariable UUID organisation, Form form, Words t) {
        LeafletService.LeafletPreview preview =
                leaflets.preview(new OrganisationId(organisation), period.read(form), language(form));
        String name = Slug.of(t.say("impact.preview.of", preview.member())) + ".pdf";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(preview.pdf());
    }

    /** All current leaflets of the period, in one zip file. */
    @GetMapping(ImpactPage.HOME + "/all.zip")
    void all(Form form, Words t, HttpServletResponse response) throws IOException {
        LeafletPeriod span = period.read(form);
        String name = t.say("impact.zip", t.period(span.from(), span.to()));
        FileDownload.setHeaders(response, Slug.of(name) + ".zip", "application/zip");
        write(span, response.getOutputStream());
    }

    private static @Nullable String language(Form form) {
        return form.filled("language") ? form.value("language") : null;
    }

    private ModelAndView page(Form form, LeafletPeriod span, Words t) {
        LeafletQueries.LeafletCounts tally = list.count(span);
        String after = form.filled("after") ? form.value("after") : null;
        ListSlice<LeafletQueries.MemberLeafletRow> slice = list.findSlice(new ListRequest<>(span, "", after, SHOWN));
        boolean makes = CurrentActor.get().may(ImpactPermissions.MAKE);
        PageAddress here = ImpactPage.home(span);
        String next = slice.next();
        List<JobView> runs = jobs.findLatest(LeafletService.WORK, RUNS);
        return PageView.of(
                "resources/impact/leaflets",
                new ImpactPage(
                        form,
                        t.say("impact.lead", tally.members(), tally.made(), t.period(span.from(), span.to())),
                        slice.rows().stream()
                                .map(line -> row(line, span, makes, t))
                                .toList(),
                        work(runs, t),
                        halted(runs),
                        outcome(runs, span, t),
                        tally.made() == 0
                                ? null
                                : ImpactPage.of(ImpactPage.HOME + "/all.zip", span)
                                        .toString(),
                        makes,
                        after == null ? null : here.toString(),
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
                .map(result -> t.say("impact.outcome", result.made(), result.same())
                        + (result.silenced() == 0 ? "" : " " + t.say("impact.outcome.silenced", result.silenced())))
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
                        ? t.say("impact.state.none")
                        : t.say("impact.state.made", t.dateTime(made.at()), t.languageName(made.language())),
                made == null || made.silenced() == 0 ? "" : t.say("impact.silenced", made.silenced()),
                makes ? ImpactPage.preview(id, span).toString() : null,
                made == null ? null : "/platform/document/" + made.document().value());
    }

    private ModelAndView previewPage(
            UUID organisation, LeafletPeriod span, LeafletService.LeafletPreview preview, Words t) {
        Words spoken = recipientWords.forLanguage(preview.language());
        PageAddress here = ImpactPage.preview(organisation, span);
        List<String> notes = new ArrayList<>();
        if (preview.more() > 0) {
            notes.add(t.say("impact.preview.more", preview.more()));
        }
        if (preview.silenced() > 0) {
            notes.add(t.say("impact.preview.silenced", preview.silenced()));
        }
        return PageView.of(
                "resources/impact/preview",
                new ImpactPage.LeafletPreviewPage(
                        preview.member(),
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
                        ImpactPage.home(span).toString(),
                        preview.stands(),
                        preview.language(),
                        span.from().toString(),
                        span.to().toString()));
    }

    /** Writes the zip file and leaves the stream open. */
    void write(LeafletPeriod span, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Set<String> taken = new HashSet<>();
        for (Iterator<LeafletQueries.MemberLeafletRow> members = list.iterateAll(span); members.hasNext(); ) {
            LeafletQueries.LeafletFile made = members.next().made();
            if (made != null) {
                zip.putNextEntry(new ZipEntry(uniqueName(made.file(), taken)));
                documents.content(made.document()).transferTo(zip);
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    /** Makes the file name unique: two members may have the same name. */
    private static String uniqueName(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name.replaceFirst("\\.pdf$", " (" + number + ").pdf");
        }
        return free;
    }
}
