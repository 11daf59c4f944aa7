package org.convergence.outreach.newsletter.web;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock;
import org.convergence.outreach.newsletter.domain.NewsletterPicture;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.NewsletterPictureFacts;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.PictureAlternative;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.PicturedPeople;
import org.convergence.outreach.newsletter.domain.NewsletterPictureService;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.web.NewsletterApi.NewsletterBlockRequest;
import org.convergence.outreach.newsletter.web.NewsletterApi.NewsletterPictureRequest;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** The pictures of an issue that a program writes, under the same conditions as those of its form (R-MAIL-15). */
@Component
record NewsletterApiPictures(
        NewsletterPictureService pictures, NewsletterService newsletters, DocumentService documents) {

    /** Of a file in Base64, in characters. */
    static final int LONGEST_FILE = 4_000_000;

    static final int LONGEST_CREDIT = 200;
    static final int LONGEST_CONSENT = 300;

    /** Rejects what no picture of a block may be, by the path of the field. */
    void check(@Nullable NewsletterPictureRequest picture, String path, Form form) {
        if (picture == null) {
            return;
        }
        require(picture.alternative(), NewsletterPicture.LONGEST_ALTERNATIVE, path + "alternative", form);
        require(picture.credit(), LONGEST_CREDIT, path + "credit", form);
        if (picture.consent() != null) {
            require(picture.consent(), LONGEST_CONSENT, path + "consent", form);
        }
        if (picture.file().length() > LONGEST_FILE) {
            form.reject(path + "file", "shell.form.too-long", LONGEST_FILE);
        } else if (decode(picture.file()).isEmpty()) {
            form.reject(path + "file", "newsletter.refused.picture");
        }
    }

    private static void require(String text, int longest, String path, Form form) {
        if (text.isBlank()) {
            form.reject(path, "shell.form.required");
        } else if (text.strip().length() > longest) {
            form.reject(path, "shell.form.too-long", longest);
        }
    }

    private static Optional<ByteArrayResource> decode(String file) {
        try {
            return Optional.of(new ByteArrayResource(Base64.getDecoder().decode(file)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * Stores the pictures of the blocks of an issue that was just written.
     *
     * @throws Refused if a file is no picture, or its words name a person whose name may not be published
     */
    void save(NewsletterId issue, List<NewsletterBlockRequest> requests) {
        if (requests.stream().allMatch(each -> each.picture() == null)) {
            return;
        }
        // The subject is the first block.
        List<NewsletterBlock> blocks = newsletters.findBlocks(issue);
        String language = newsletters.findById(issue).firstLanguage();
        for (int i = 0; i < requests.size(); i++) {
            NewsletterPictureRequest picture = requests.get(i).picture();
            if (picture != null) {
                save(issue, blocks.get(i + 1), picture, language);
            }
        }
    }

    private void save(NewsletterId issue, NewsletterBlock block, NewsletterPictureRequest picture, String language) {
        String consent = picture.consent() == null ? "" : picture.consent().strip();
        NewsletterPictureFacts facts = new NewsletterPictureFacts(
                picture.credit().strip(),
                consent.isEmpty() ? PicturedPeople.NOBODY : PicturedPeople.AGREED,
                consent,
                picture.consentUntil(),
                List.of(new PictureAlternative(language, picture.alternative().strip())));
        ByteArrayResource file = decode(picture.file()).orElseThrow(() -> new Refused("newsletter.refused.picture"));
        try (PreparedDocument prepared = documents.prepare(Upload.of("image", file), NewsletterPicture.LONGEST_SIDE)) {
            pictures.save(issue, block.id(), 0, facts, prepared);
        }
    }
}
