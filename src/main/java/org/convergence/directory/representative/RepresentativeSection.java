package org.convergence.directory.representative;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page that an organisation opens by its link: its invoices, its delegates, what was told to it. Contributed
 * by the module that keeps it, a bean of this type; asked in the name of the system, and so to answer for that one
 * organisation and nothing else. Its words are {@code public.} ones, since the page speaks Spanish too.
 */
public interface RepresentativeSection {

    /** Place on the page, in tens. */
    int order();

    /** What there is to show of the organisation; empty for nothing. */
    Optional<Section> show(OrganisationId organisation, Words t);

    /** A file that one of the lines opens; empty where the organisation has none of this id. */
    default Optional<File> file(OrganisationId organisation, UUID id) {
        return Optional.empty();
    }

    /** A heading and its lines. */
    record Section(String title, List<Line> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line.
     *
     * @param detail smaller, below; empty for none
     * @param file what it opens; {@code null} where it opens nothing
     */
    record Line(String label, String detail, @Nullable UUID file) {}

    /**
     * A PDF to take away. What it holds was read with the permission of who shows it; writing it asks for none.
     *
     * @param name with its ending
     */
    record File(String name, Content content) {}

    /** What a file holds. */
    @FunctionalInterface
    interface Content {

        /** @throws IOException where nothing can be written */
        void transferTo(OutputStream out) throws IOException;
    }
}
