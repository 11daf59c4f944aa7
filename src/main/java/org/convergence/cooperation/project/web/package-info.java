/** Pages and API of projects. */
@NullMarked
package org.convergence.cooperation.project.web;

import org.jspecify.annotations.NullMarked;
