/** What can be set about an installation: each setting declared once, with its bounds, and read from the environment. */
package io.lotwire.setting;
