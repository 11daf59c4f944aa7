package org.convergence.resources.relay.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.Jobs;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.convergence.resources.relay.RelayPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Previews and makes leaflets, for one member or for all members of a period. */
@Service
@Requires(RelayPermissions.MAKE)
public class LeafletMaking {

    /** The kind of the job that makes leaflets for all members. */
    public static final String WORK = LeafletJob.KIND;

    private final LeafletReader reader;
    private final LeafletPress press;
    private final LeafletStore store;
    private final Documents documents;
    private final Speaking speaking;
    private final Jobs jobs;
    private final TransactionOperations transactions;

    LeafletMaking(
            LeafletReader reader,
            LeafletPress press,
            LeafletStore store,
            Documents documents,
            Speaking speaking,
            Jobs jobs,
            TransactionOperations transactions) {
        this.reader = reader;
        this.press = press;
        this.store = store;
        this.documents = documents;
        this.speaking = speaking;
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
    public record Preview(
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
    public Preview preview(OrganisationId organisation, Span span, @Nullable String language) {
        Told told = reader.of(organisation, span.from(), span.to());
        String spoken = language(organisation, language);
        LeafletPress.Pressed pressed = press.press(told, spoken);
        return new Preview(
                told.member().name(),
                pressed.paper(),
                pressed.pdf(),
                spoken,
                told.network().realisations() - pressed.shown(),
                told.silenced(),
                store.stands(organisation, span, digest(told, spoken)));
    }

    /** Makes the leaflet of one member. @return whether its content differs from the stored one */
    public boolean make(OrganisationId organisation, Span span, @Nullable String language) {
        Made made = made(organisation, span, language);
        try (made) {
            return Boolean.TRUE.equals(transactions.execute(status -> keep(made)));
        }
    }

    /** Queues a job that makes the leaflets of all members of a period; unchanged leaflets are not made again. */
    public UUID makeAll(Span span) {
        return jobs.submit(JobRequest.of(LeafletJob.KIND, "relay.work", span).once(span.from() + "/" + span.to()));
    }

    /**
     * The result of a run for all members.
     *
     * @param same how many leaflets were unchanged, and not made again
     * @param silenced how many titles and texts were left out because they name a person
     */
    public record Outcome(Span span, int made, int same, int silenced) {}

    /** A rendered leaflet that is not stored yet; without a file if the stored one has the same content. */
    record Made(
            LeafletStore.@Nullable Making making, @Nullable PreparedDocument file, int silenced)
            implements AutoCloseable {

        @Override
        public void close() {
            if (file != null) {
                file.close();
            }
        }
    }

    /** Renders the leaflet. Slow, and needs no transaction. */
    Made made(OrganisationId organisation, Span span, @Nullable String language) {
        Told told = reader.of(organisation, span.from(), span.to());
        String spoken = language(organisation, language);
        String digest = digest(told, spoken);
        if (store.stands(organisation, span, digest)) {
            return new Made(null, null, told.silenced());
        }
        LeafletPress.Pressed pressed = press.press(told, spoken);
        Words t = speaking.to(spoken);
        String name = t.say("relay.file", told.member().brief(), t.period(span.from(), span.to())) + ".pdf";
        return new Made(
                new LeafletStore.Making(organisation, span, spoken, digest, pressed.shown(), told.silenced()),
                documents.prepare(Upload.of(name, pressed.pdf())),
                told.silenced());
    }

    /** Stores the leaflet in the caller's transaction. @return whether it was stored */
    boolean keep(Made made) {
        LeafletStore.Making making = made.making();
        PreparedDocument file = made.file();
        return making != null && file != null && store.keep(making, file);
    }

    private String language(OrganisationId organisation, @Nullable String asked) {
        String wanted = asked == null ? store.language(organisation).orElse(null) : asked;
        return speaking.to(wanted).language().code();
    }

    private static String digest(Told told, String language) {
        String said = Json.of(List.of(LeafletPaper.SHAPE, language, told)).toString();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
