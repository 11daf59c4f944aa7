package org.convergence.resources.relay.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Attachment;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.relay.RelayPermissions;
import org.convergence.resources.relay.domain.LeafletMaking;
import org.convergence.resources.relay.domain.Span;
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
@Requires(RelayPermissions.READ)
class RelayController {

    private final RelayPages pages;
    private final LeafletMaking making;
    private final LeafletZip zip;
    private final RelayPeriod asked;

    RelayController(RelayPages pages, LeafletMaking making, LeafletZip zip, RelayPeriod asked) {
        this.pages = pages;
        this.making = making;
        this.zip = zip;
        this.asked = asked;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        try {
            return pages.list(form, asked.span(form), t);
        } catch (FieldsRefused wrong) {
            return Page.again(pages.list(form, asked.last(), t));
        }
    }

    @PostMapping("/run")
    @Requires(RelayPermissions.MAKE)
    ModelAndView makeAll(Form form, Words t) {
        return form.submit(
                answers -> asked.span(form),
                span -> {
                    making.makeAll(span);
                    return Go.to(Urls.home(span).toString()).saying("relay.run.begun");
                },
                () -> pages.list(form, asked.last(), t));
    }

    @GetMapping("/of/{organisation}")
    @Requires(RelayPermissions.MAKE)
    ModelAndView preview(@PathVariable UUID organisation, Form form, Words t) {
        Span span = asked.span(form);
        return pages.preview(
                organisation, span, making.preview(new OrganisationId(organisation), span, language(form)), t);
    }

    @PostMapping("/of/{organisation}")
    @Requires(RelayPermissions.MAKE)
    ModelAndView make(@PathVariable UUID organisation, Form form) {
        Span span = asked.span(form);
        boolean made = making.make(new OrganisationId(organisation), span, language(form));
        return Go.to(Urls.home(span).toString()).saying(made ? "relay.made" : "relay.same");
    }

    @GetMapping("/of/{organisation}/preview.pdf")
    @Requires(RelayPermissions.MAKE)
    ResponseEntity<Resource> file(@PathVariable UUID organisation, Form form, Words t) {
        LeafletMaking.Preview preview =
                making.preview(new OrganisationId(organisation), asked.span(form), language(form));
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
        Span span = asked.span(form);
        String name = t.say("relay.zip", t.period(span.from(), span.to()));
        Attachment.begin(response, Slug.of(name) + ".zip", "application/zip");
        zip.write(span, response.getOutputStream());
    }

    private static @Nullable String language(Form form) {
        return form.filled("language") ? form.value("language") : null;
    }
}
