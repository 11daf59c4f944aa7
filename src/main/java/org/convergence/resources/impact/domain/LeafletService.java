package org.convergence.resources.impact.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobInSteps;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.Words;
import org.convergence.resources.impact.ImpactPermissions;
import org.convergence.resources.impact.domain.LeafletService.LeafletRunOutcome;
import org.convergence.resources.impact.domain.LeafletService.RenderedLeafletFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Previews and makes leaflets, for one member or for all members of a period. */
@Service
@Requires(ImpactPermissions.MAKE)
public class LeafletService {

    /** The kind of the job that makes leaflets for all members. */
    public static final String WORK = LeafletJob.KIND;

    private final LeafletContentQueries reader;
    private final LeafletRenderer leafletRenderer;
    private final LeafletRepository store;
    private final DocumentService documents;
    private final RecipientWords recipientWords;
    private final JobQueue jobs;
    private final TransactionOperations transactions;

    LeafletService(
            LeafletContentQueries reader,
            LeafletRenderer leafletRenderer,
            LeafletRepository store,
            DocumentService documents,
            RecipientWords recipientWords,
            JobQueue jobs,
            TransactionOperations transactions) {
        this.reader = reader;
        this.leafletRenderer = leafletRenderer;
        this.store = store;
        this.documents = documents;
        this.recipientWords = recipientWords;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * A leaflet as it would be made now.
     *
     * @param more how many realisations are counted but not listed
     * @param silenced how many titles and texts it leaves out because they name a person
     * @param stands whether the stored leaflet has exactly this content
     */
    public record LeafletPreview(
            String member,
            Paper paper,
            ByteArrayResource pdf,
            String language,
            int more,
            int silenced,
            boolean stands) {}

    /**
     * Previews the leaflet of a member.
     *
     * @param language code; {@code null} for the language of its last leaflet, or the organisation's first
     * @throws org.convergence.platform.database.NotFound if it was not a member in the period
     */
    public LeafletPreview preview(OrganisationId organisation, LeafletPeriod span, @Nullable String language) {
        LeafletContent told = reader.findContent(organisation, span.from(), span.to());
        String spoken = language(organisation, language);
        LeafletRenderer.RenderedLeaflet pressed = leafletRenderer.render(told, spoken);
        return new LeafletPreview(
                told.member().name(),
                pressed.paper(),
                pressed.pdf(),
                spoken,
                told.network().realisations() - pressed.shown(),
                told.silenced(),
                store.isCurrent(organisation, span, digest(told, spoken)));
    }

    /**
     * Makes and stores the leaflet of one member.
     *
     * @return whether its content differs from the stored one
     */
    public boolean make(OrganisationId organisation, LeafletPeriod span, @Nullable String language) {
        RenderedLeafletFile made = render(organisation, span, language);
        try (made) {
            return Boolean.TRUE.equals(transactions.execute(status -> store(made)));
        }
    }

    /** Queues a job that makes the leaflets of all members of a period; unchanged leaflets are not made again. */
    public UUID makeAll(LeafletPeriod span) {
        return jobs.submit(JobRequest.of(LeafletJob.KIND, "impact.work", span).once(span.from() + "/" + span.to()));
    }

    /**
     * The result of a run for all members.
     *
     * @param same how many leaflets were unchanged, and not made again
     * @param silenced how many titles and texts were left out because they name a person
     */
    public record LeafletRunOutcome(LeafletPeriod span, int made, int same, int silenced) {}

    /** A rendered leaflet that is not stored yet; without a file if the stored one has the same content. */
    record RenderedLeafletFile(
            LeafletRepository.@Nullable NewLeaflet making,
            @Nullable PreparedDocument file,
            int silenced) implements AutoCloseable {

        @Override
        public void close() {
            if (file != null) {
                file.close();
            }
        }
    }

    /** Renders the leaflet. Slow, and needs no transaction. */
    RenderedLeafletFile render(OrganisationId organisation, LeafletPeriod span, @Nullable String language) {
        LeafletContent told = reader.findContent(organisation, span.from(), span.to());
        String spoken = language(organisation, language);
        String digest = digest(told, spoken);
        if (store.isCurrent(organisation, span, digest)) {
            return new RenderedLeafletFile(null, null, told.silenced());
        }
        LeafletRenderer.RenderedLeaflet pressed = leafletRenderer.render(told, spoken);
        Words t = recipientWords.forLanguage(spoken);
        String name = t.say("impact.file", told.member().brief(), t.period(span.from(), span.to())) + ".pdf";
        return new RenderedLeafletFile(
                new LeafletRepository.NewLeaflet(organisation, span, spoken, digest, pressed.shown(), told.silenced()),
                documents.prepare(Upload.of(name, pressed.pdf())),
                told.silenced());
    }

    /**
     * Stores the leaflet in the caller's transaction.
     *
     * @return whether it was stored
     */
    boolean store(RenderedLeafletFile made) {
        LeafletRepository.NewLeaflet making = made.making();
        PreparedDocument file = made.file();
        return making != null && file != null && store.save(making, file);
    }

    private String language(OrganisationId organisation, @Nullable String asked) {
        String wanted = asked == null ? store.findLastLanguage(organisation).orElse(null) : asked;
        return recipientWords.forLanguage(wanted).language().code();
    }

    private static String digest(LeafletContent told, String language) {
        String said =
                Json.of(List.of(LeafletPaperAssembler.SHAPE, language, told)).toString();
        return Sha256.hexOf(said);
    }

    /** Makes the leaflets of all members of a period, one by one. */
    @Configuration(proxyBeanMethods = false)
    static class LeafletJob {

        static final String KIND = "impact.leaflets";

        /**
         * Progress and counts of a run.
         *
         * @param after the last member done; {@code null} before the first
         * @param same how many leaflets were unchanged, and not made again
         * @param silenced how many titles and texts were left out because they name a person
         */
        private record LeafletJobProgress(@Nullable UUID after, int made, int same, int silenced) {}

        @Bean
        static Job leafletsOfAllMembers(LeafletService leaflets, LeafletQueries members) {
            return new JobInSteps<>(
                    KIND,
                    LeafletPeriod.class,
                    new LeafletJobProgress(null, 0, 0, 0),
                    members::countMembers,
                    1,
                    (span, at) ->
                            members.findNextMember(span, at.after()).map(member -> make(leaflets, member, span, at)),
                    (span, end) -> new LeafletRunOutcome(span, end.made(), end.same(), end.silenced()));
        }

        private static LeafletJobProgress make(
                LeafletService leaflets, OrganisationId member, LeafletPeriod span, LeafletJobProgress at) {
            try (RenderedLeafletFile file = leaflets.render(member, span, null)) {
                int made = leaflets.store(file) ? 1 : 0;
                return new LeafletJobProgress(
                        member.value(), at.made() + made, at.same() + 1 - made, at.silenced() + file.silenced());
            }
        }
    }
}
