package org.convergence.resources.relay.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.relay.ImpactPermissions;
import org.convergence.resources.relay.domain.LeafletPeriod;
import org.convergence.resources.relay.domain.LeafletService;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Leaflets of a period: listed, previewed for one member, made for all, downloaded. */
@Controller
@RequestMapping("/resources/relay")
@Requires(ImpactPermissions.READ)
class ImpactController {

    private final ImpactPageAssembler pages;
    private final LeafletService leaflets;
    private final LeafletZipWriter zip;
    private final LeafletPeriodForm period;

    ImpactController(
            ImpactPageAssembler pages, LeafletService leaflets, LeafletZipWriter zip, LeafletPeriodForm period) {
        this.pages = pages;
        this.leaflets = leaflets;
        this.zip = zip;
        this.period = period;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        try {
            return pages.list(form, period.read(form), t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(pages.list(form, period.lastFiscalYear(), t));
        }
    }

    @PostMapping("/run")
    @Requires(ImpactPermissions.MAKE)
    ModelAndView makeAll(Form form, Words t) {
        return form.submit(
                answers -> period.read(form),
                span -> {
                    leaflets.makeAll(span);
                    return SeeOther.to(ImpactUrls.home(span).toString()).withNotice("relay.run.begun");
                },
                () -> pages.list(form, period.lastFiscalYear(), t));
    }

    @GetMapping("/of/{organisation}")
    @Requires(ImpactPermissions.MAKE)
    ModelAndView preview(@PathVariable UUID organisation, Form form, Words t) {
        LeafletPeriod span = period.read(form);
        return pages.preview(
                organisation, span, leaflets.preview(new OrganisationId(organisation), span, language(form)), t);
    }

    @PostMapping("/of/{organisation}")
    @Requires(ImpactPermissions.MAKE)
    ModelAndView make(@PathVariable UUID organisation, Form form) {
        LeafletPeriod span = period.read(form);
        boolean made = leaflets.make(new OrganisationId(organisation), span, language(form));
        return SeeOther.to(ImpactUrls.home(span).toString()).withNotice(made ? "relay.made" : "relay.same");
    }

    @GetMapping("/of/{organisation}/preview.pdf")
    @Requires(ImpactPermissions.MAKE)
    ResponseEntity<Resource> file(@PathVariable UUID organisation, Form form, Words t) {
        LeafletService.LeafletPreview preview =
                leaflets.preview(new OrganisationId(organisation), period.read(form), language(form));
        String name = Slug.of(t.say("relay.preview.of", preview.member())) + ".pdf";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(preview.pdf());
    }

    /** All current leaflets of the period, in one zip file. */
    @GetMapping("/all.zip")
    void all(Form form, Words t, HttpServletResponse response) throws IOException {
        LeafletPeriod span = period.read(form);
        String name = t.say("relay.zip", t.period(span.from(), span.to()));
        FileDownload.setHeaders(response, Slug.of(name) + ".zip", "application/zip");
        zip.write(span, response.getOutputStream());
    }

    private static @Nullable String language(Form form) {
        return form.filled("language") ? form.value("language") : null;
    }
}
