package org.convergence.outreach.newsletter.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.NewsletterPictureFacts;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.PictureAlternative;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.redaction.NamePhrases;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PublicWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts pictures into blocks of issues, and takes them out, also of issues that have left (R-MAIL-15). */
@Service
@Transactional
@Requires(NewsletterPermissions.WRITE)
public class NewsletterPictureService {

    private static final Duration TEST_LASTS = Duration.ofDays(1);

    private final NewsletterRepository repository;
    private final NewsletterEditionRepository editions;
    private final NewsletterPictureRepository pictures;
    private final DocumentStorage documents;
    private final ObjectProvider<SealedPersonRecogniser> sealed;
    private final OrganisationSettings settings;
    private final Clock clock;

    NewsletterPictureService(
            NewsletterRepository repository,
            NewsletterEditionRepository editions,
            NewsletterPictureRepository pictures,
            DocumentStorage documents,
            ObjectProvider<SealedPersonRecogniser> sealed,
            OrganisationSettings settings,
            Clock clock) {
        this.clock = clock;
        this.repository = repository;
        this.editions = editions;
        this.pictures = pictures;
        this.documents = documents;
        this.sealed = sealed;
        this.settings = settings;
    }

    /** A file to send. */
    public record NewsletterPictureFile(String mediaType, DocumentContent content) {}

    /**
     * A picture of an issue that is out, the same for all its readers. Its writers see it before, and for a day the readers
     * of a test letter.
     *
     * @throws NotFound if there is none, its consent is over, or its issue is withheld or not out
     */
    @Transactional(readOnly = true)
    @Open("readers of an issue and of the archive see its pictures")
    public NewsletterPictureFile findFile(UUID id) {
        NewsletterPicture picture = pictures.findShown(
                        id,
                        settings.today(),
                        clock.instant().minus(TEST_LASTS),
                        CurrentActor.get().may(NewsletterPermissions.READ))
                .orElseThrow(() -> new NotFound("newsletter-picture"));
        return pictures.findDocument(picture)
                .flatMap(file -> documents
                        .content(picture.document(), pictures.owner(picture))
                        .map(content -> new NewsletterPictureFile(file.type().mediaType(), content)))
                .orElseThrow(() -> new NotFound("newsletter-picture"));
    }

    /**
     * Puts a picture into a block, in place of the one that it has, or changes the words of that one.
     *
     * @param file {@code null} to keep the file
     * @param version of the picture that is there; of none, anything
     * @throws Refused if the issue is confirmed, the file is no picture, or its words name a person whose name may not be
     *     published
     */
    @Transactional(label = "newsletter.set-picture")
    public void save(
            NewsletterId id, UUID block, int version, NewsletterPictureFacts facts, @Nullable PreparedDocument file) {
        if (!repository.lock(id).isEditable()) {
            throw new Refused("newsletter.refused.confirmed");
        }
        NewsletterBlock found = repository.findBlock(id, block);
        Optional<NewsletterPicture> before = pictures.findByBlock(block);
        boolean lacksFile = before.isEmpty() && file == null;
        if (found.kind() == NewsletterBlockKind.SUBJECT
                || lacksFile
                || (file != null && !file.type().isPicture())) {
            throw new Refused("newsletter.refused.picture");
        }
        requirePublishable(facts);
        before.ifPresent(each -> pictures.update(each.id(), version, facts));
        if (file != null) {
            before.ifPresent(pictures::delete);
            pictures.insert(block, file, facts);
        }
    }

    private void requirePublishable(NewsletterPictureFacts facts) {
        String text = facts.alternatives().stream()
                .map(PictureAlternative::alternative)
                .collect(Collectors.joining("\n", facts.credit() + "\n" + facts.consent() + "\n", ""));
        if (sealed.stream()
                .anyMatch(
                        each -> !each.findUnpublishable(NamePhrases.find(text)).isEmpty())) {
            throw new Refused("newsletter.refused.named");
        }
    }

    /**
     * Takes a picture out of a block. Of an issue that has left or is about to, its address opens nothing from now on, and
     * the archive and the letters that wait are without it.
     */
    @Transactional(label = "newsletter.delete-picture")
    public void delete(NewsletterId id, UUID block) {
        repository.lock(id);
        delete(id, repository.findBlock(id, block).picture());
    }

    private void delete(NewsletterId id, @Nullable NewsletterPicture picture) {
        if (picture != null) {
            pictures.delete(picture);
            editions.deletePicture(id, picture.path());
        }
    }

    /** The pictures whose consent ended, of issues that have left or are about to. A draft tells it instead. */
    @Transactional(readOnly = true)
    public List<NewsletterPicture> findExpired() {
        return pictures.findExpired(settings.today());
    }

    /** Takes out a picture whose consent ended. */
    @Transactional(label = "newsletter.expire-pictures")
    public void deleteExpired(NewsletterPicture expired) {
        delete(repository.findNewsletterOf(expired.block()), expired);
    }

    /** Pictures, which readers of an issue see by their address. */
    @Bean
    static PublicWords newsletterPictureWords() {
        return new PublicWords("""
                SELECT p.id, '/outreach/newsletter/' || b.newsletter || '/blocks/' || b.id || '/picture',
                       concat_ws(E'\\n', p.credit, p.consent, (SELECT string_agg(t.alternative, E'\\n')
                                                             FROM outreach.newsletter_picture_text t WHERE t.picture = p.id))
                FROM outreach.newsletter_picture p JOIN outreach.newsletter_block b ON b.id = p.block
                """);
    }
}
