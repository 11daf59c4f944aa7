package org.convergence.outreach.newsletter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterPicture;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.NewsletterPictureFacts;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.PictureAlternative;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.PicturedPeople;
import org.convergence.outreach.newsletter.domain.NewsletterPictureService;
import org.convergence.outreach.newsletter.domain.NewsletterPictureService.NewsletterPictureFile;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.web.NewsletterPage.IssuePictureFormPage;
import org.convergence.outreach.newsletter.web.NewsletterPage.PictureThumbnail;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** The picture of a block: chosen by its writers, seen by all readers at one address. */
@Controller
@Requires(NewsletterPermissions.WRITE)
record NewsletterPictureController(
        NewsletterService newsletters,
        NewsletterPictureService pictures,
        NewsletterPageAssembler assembler,
        DocumentService documents) {

    private static final String FILE = "picture";
    private static final String PATH = "/outreach/newsletter/{id}/blocks/{block}/picture";
    private static final String SANDBOX = "default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'";

    private record PictureInput(
            int version,
            NewsletterPictureFacts facts,
            @Nullable MultipartFile file) {}

    @GetMapping(PATH)
    ModelAndView edit(@PathVariable NewsletterId id, @PathVariable UUID block, Words t) {
        Newsletter issue = newsletters.findById(id);
        NewsletterBlock found = find(id, block);
        return page(issue, found, open(found.picture()), t);
    }

    private NewsletterBlock find(NewsletterId id, UUID block) {
        return newsletters.findBlocks(id).stream()
                .filter(each -> each.id().equals(block) && each.kind() != NewsletterBlockKind.SUBJECT)
                .findFirst()
                .orElseThrow(() -> new NotFound("newsletter-block"));
    }

    private static Form open(@Nullable NewsletterPicture picture) {
        Form form = Form.blank().with("version", picture == null ? 0 : picture.version());
        if (picture == null) {
            return form;
        }
        picture.alternatives()
                .forEach(each -> form.with(
                        NewsletterPictureForm.alternative(each.language()).name(), each.alternative()));
        return form.with(NewsletterPictureForm.CREDIT.name(), picture.credit())
                .with(NewsletterPictureForm.PEOPLE.name(), picture.people())
                .with(NewsletterPictureForm.CONSENT.name(), picture.consent())
                .with(NewsletterPictureForm.UNTIL.name(), picture.consentUntil());
    }

    private ModelAndView page(Newsletter issue, NewsletterBlock block, Form form, Words t) {
        String url = NewsletterController.url(issue.id());
        NewsletterPicture picture = block.picture();
        return PageView.of(
                "outreach/newsletter/picture",
                new IssuePictureFormPage(
                        form,
                        url + "/blocks/" + block.id() + "/picture",
                        url,
                        assembler.title(issue.id(), t),
                        picture == null ? null : PictureThumbnail.of(picture, issue.firstLanguage()),
                        issue.languages(),
                        issue.isEditable()));
    }

    @PostMapping(PATH)
    ModelAndView edit(@PathVariable NewsletterId id, @PathVariable UUID block, Form form, Words t) {
        Newsletter issue = newsletters.findById(id);
        NewsletterBlock found = find(id, block);
        return form.submit(
                answers -> read(answers, issue, found),
                input -> {
                    save(id, block, input);
                    return SeeOther.to(NewsletterController.url(id) + "#b" + block)
                            .withNotice("newsletter.saved");
                },
                () -> page(issue, found, form, t));
    }

    private static PictureInput read(FormValues answers, Newsletter issue, NewsletterBlock block) {
        MultipartFile file = answers.file(FILE);
        if (file == null && block.picture() == null) {
            answers.reject(FILE, "shell.form.required");
        }
        List<PictureAlternative> alternatives = new ArrayList<>();
        for (String language : issue.languages()) {
            alternatives.add(
                    new PictureAlternative(language, answers.get(NewsletterPictureForm.alternative(language))));
        }
        PicturedPeople people = answers.get(NewsletterPictureForm.PEOPLE);
        String consent = answers.textOrEmpty(NewsletterPictureForm.CONSENT);
        if (people == PicturedPeople.AGREED && consent.isEmpty()) {
            answers.reject(NewsletterPictureForm.CONSENT.name(), "newsletter.refused.consent");
        }
        return new PictureInput(
                answers.version(),
                new NewsletterPictureFacts(
                        answers.get(NewsletterPictureForm.CREDIT),
                        people,
                        consent,
                        answers.find(NewsletterPictureForm.UNTIL),
                        alternatives),
                file);
    }

    private void save(NewsletterId id, UUID block, PictureInput input) {
        MultipartFile file = input.file();
        if (file == null) {
            pictures.save(id, block, input.version(), input.facts(), null);
            return;
        }
        try (PreparedDocument prepared =
                documents.prepare(Upload.of(file.getOriginalFilename(), file), NewsletterPicture.LONGEST_SIDE)) {
            pictures.save(id, block, input.version(), input.facts(), prepared);
        }
    }

    @PostMapping(PATH + "/delete")
    ModelAndView delete(@PathVariable NewsletterId id, @PathVariable UUID block) {
        pictures.delete(id, block);
        return SeeOther.to(NewsletterController.url(id) + "#b" + block).withNotice("newsletter.picture.deleted");
    }

    /** Never stored by browsers and caches, so that a withdrawal takes effect at once; nobody's reading is counted. */
    @GetMapping(NewsletterPicture.PATH + "{picture}")
    @Open("readers of an issue and of the archive see its pictures")
    void show(@PathVariable UUID picture, HttpServletResponse response) throws IOException {
        NewsletterPictureFile file = pictures.findFile(picture);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, noarchive, noimageindex");
        response.setHeader(HttpHeaders.CONTENT_TYPE, file.mediaType());
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setContentLengthLong(file.content().length());
        try {
            file.content().transferTo(response.getOutputStream());
        } catch (IOException e) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
        }
    }
}
