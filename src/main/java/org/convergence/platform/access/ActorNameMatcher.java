package org.convergence.platform.access;

/** Recognises the actor in free text: « Marie Tremblay », « la coordination ». Reads nothing from the database. */
public interface ActorNameMatcher {

    /** Whether the text is the actor's own name, or the name of the actor's role. */
    boolean matches(String words, Actor actor);
}
