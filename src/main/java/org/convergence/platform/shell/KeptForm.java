package org.convergence.platform.shell;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What someone had typed when her session ended.
 *
 * @param account whose it is
 * @param action address that it was sent to
 * @param page address of the page that shows the form
 * @param fields what was typed; files are not kept
 */
public record KeptForm(UUID account, String action, String page, Map<String, List<String>> fields) {}
