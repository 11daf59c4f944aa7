package org.convergence.cooperation.fieldwork;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Texts that speak of a partner, which reads and answers them on its page; contributed by the module that writes them.
 */
public interface PartnerPassageSource {

    /** The actor of a partner's page: no other one answers. */
    Actor BY_LINK = Actor.system("fieldwork");

    /** What a partner answers. */
    enum PassageAnswer {
        YES,
        /** A text of its own in place of ours. */
        CORRECTION,
        /** It is not to be said. */
        WITHHELD
    }

    /**
     * A text as the partner sees it.
     *
     * @param document the title of what it is written for
     * @param reader who reads that; may be empty
     * @param translation the text in the partner's language; may be empty
     * @param answer {@code null} for none yet
     * @param isChanged whether the text changed since the answer, which is asked again
     * @param filedOn the day on which the document was filed; {@code null} if it is not
     * @param isInFile whether the document says it
     */
    record PartnerPassage(
            UUID id,
            int version,
            String document,
            String reader,
            String text,
            String translation,
            @Nullable PassageAnswer answer,
            @Nullable LocalDate answeredOn,
            boolean isChanged,
            @Nullable LocalDate filedOn,
            boolean isInFile) {

        /** Whether the partner may answer. */
        public boolean isOpen() {
            return filedOn == null;
        }

        /** The text that the partner reads, and corrects. */
        public String read() {
            return translation.isEmpty() ? text : translation;
        }
    }

    /** The texts that a partner may read, those to answer first. */
    List<PartnerPassage> find(OrganisationId partner);

    /**
     * Records an answer.
     *
     * @param version the version of the text that the partner read
     * @param correction its own text in place of the one it read; empty unless it corrects
     * @return whether the text is of this source
     * @throws org.convergence.platform.database.EditConflict if the text changed meanwhile
     */
    boolean answer(OrganisationId partner, UUID id, int version, PassageAnswer answer, String correction);
}
