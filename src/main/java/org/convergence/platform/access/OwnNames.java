package org.convergence.platform.access;

/** Tells whether free text names the actor: « Marie Tremblay », « la coordination ». Reads nothing from the database. */
public interface OwnNames {

    /** Whether the words are the actor's own name, or the name of the actor's role. */
    boolean mean(String words, Actor actor);
}
