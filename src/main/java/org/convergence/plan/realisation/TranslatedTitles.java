package org.convergence.plan.realisation;

/**
 * The titles of a module's realisations in several languages: a bean of the module that records them. They are joined with
 * the view {@code plan.realisation_source}.
 *
 * @param module as in {@link RealisationSource}
 * @param sql a SELECT in the module's own tables, with the columns id (of the source, as text) and title, in {@code :language}
 */
public record TranslatedTitles(String module, String sql) {}
