package org.convergence.plan.realisation;

import java.util.Optional;

/** The only interface through which other modules record realisations. */
public interface RealisationRecorder {

    /**
     * Records a realisation. A second call with the same source updates the first: title, kind, days, place,
     * participations, organisations and amounts are replaced, the plan's additions are kept, and a withdrawn one is
     * restored. An identical call changes nothing.
     *
     * @throws org.convergence.platform.database.Refused if it is done and its last day is in the future
     */
    RealisationId record(RecordRealisationCommand what);

    /**
     * Withdraws the realisation of a source everywhere except from filed reports; does nothing if there is none.
     *
     * @param reason in words that readers of its page understand
     */
    void withdraw(RealisationSource source, String reason);

    /** The same, where its source says that it was taken back. */
    void withdraw(RealisationSource source);

    /** Replaces the amounts of the realisation of a source alone, and restores a withdrawn one; does nothing if there is none. */
    void correct(RealisationSource source, Amounts amounts);

    /** The realisation of the source, even if withdrawn. */
    Optional<RealisationId> findBySource(RealisationSource source);
}
