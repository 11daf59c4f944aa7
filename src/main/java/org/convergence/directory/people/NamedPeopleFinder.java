package org.convergence.directory.people;

import java.util.List;

/**
 * Finds people of the directory who are named in texts, for publications: nobody is named there without consent. Single
 * words and lower-case names are not found.
 */
public interface NamedPeopleFinder {

    /** The names found in each text, in order; one query, whatever the number of texts. */
    List<List<String>> findNames(List<String> texts);
}
