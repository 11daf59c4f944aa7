package org.convergence.directory.exchange;

/** Records an exchange that a user confirmed, for other modules. */
public interface ExchangeRecorder {

    /**
     * Records an exchange as the current actor.
     *
     * @throws org.convergence.platform.database.Refused where its day is in the future
     */
    ExchangeId record(ExchangeContent what);
}
