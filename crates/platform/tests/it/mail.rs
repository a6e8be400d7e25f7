mod composed;
mod delivered;
mod postman;
