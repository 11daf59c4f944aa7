package org.convergence.directory.exchange;

/** The door by which a module keeps an exchange that somebody said yes to. */
public interface Exchanges {

    /**
     * Records it in the name of the current actor.
     *
     * @throws org.convergence.platform.database.Refused where its day is still to come
     */
    ExchangeId record(Exchanged what);
}
