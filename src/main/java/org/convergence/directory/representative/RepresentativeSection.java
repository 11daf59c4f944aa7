package org.convergence.directory.representative;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A section of the page that an organisation opens by its link: its invoices, its delegates, what it was told. A bean
 * contributed by the module that owns the data; called as the system, so it must answer for that organisation only. Its
 * messages are {@code public.} ones, since the page exists in Spanish too.
 */
public interface RepresentativeSection extends Ranked {

    /** The content for the organisation; empty for none. */
    Optional<LinkPageSection> show(OrganisationId organisation, Words t);

    /** A file linked from one of the lines; empty where the organisation has none of this id. */
    default Optional<LinkPageFile> file(OrganisationId organisation, UUID id) {
        return Optional.empty();
    }

    /** A heading and its lines. */
    record LinkPageSection(String title, List<LinkPageLine> lines) {

        public LinkPageSection {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line.
     *
     * @param detail smaller, below; empty for none
     * @param file the file it links to; {@code null} for none
     */
    record LinkPageLine(
            String label, String detail, @Nullable UUID file) {}

    /**
     * A PDF to download. Its content was read with the caller's permission; writing it requires none.
     *
     * @param name with its extension
     */
    record LinkPageFile(String name, FileContent content) {}

    /** The content of a file. */
    @FunctionalInterface
    interface FileContent {

        /** @throws IOException where writing fails */
        void transferTo(OutputStream out) throws IOException;
    }
}
