/** The database and the broker that run inside the gateway when the environment names none: their data lives in one folder. */
package io.lotwire.embedded;
